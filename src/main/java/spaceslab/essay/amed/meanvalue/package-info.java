/**
 * Where the mean value theorem stands for curves: counterexamples in the plane and in space, and
 * the mean value point of a Gaussian's probability flow in closed form.
 */
@NullMarked
package spaceslab.essay.amed.meanvalue;

import org.jspecify.annotations.NullMarked;
