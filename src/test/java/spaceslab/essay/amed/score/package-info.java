/** Tests of {@code essay.amed.score}. */
@NullMarked
package spaceslab.essay.amed.score;

import org.jspecify.annotations.NullMarked;
