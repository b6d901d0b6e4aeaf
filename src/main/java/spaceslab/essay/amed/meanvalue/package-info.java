/**
 * The mean value theorem on which AMED rests, and where it fails. A step on a Gaussian and curves
 * in the plane and in space enter; mean value points, errors of one step against r, and angles to
 * the mean velocity leave.
 */
@NullMarked
package spaceslab.essay.amed.meanvalue;

import org.jspecify.annotations.NullMarked;
