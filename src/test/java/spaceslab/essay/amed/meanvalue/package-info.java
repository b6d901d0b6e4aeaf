/** Tests of {@code essay.amed.meanvalue}. */
@NullMarked
package spaceslab.essay.amed.meanvalue;

import org.jspecify.annotations.NullMarked;
