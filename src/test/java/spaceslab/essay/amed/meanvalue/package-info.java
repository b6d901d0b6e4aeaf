/** Tests of the mean value. */
@NullMarked
package spaceslab.essay.amed.meanvalue;

import org.jspecify.annotations.NullMarked;
