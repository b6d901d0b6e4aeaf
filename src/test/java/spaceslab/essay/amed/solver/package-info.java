/** Tests of {@code essay.amed.solver}. */
@NullMarked
package spaceslab.essay.amed.solver;

import org.jspecify.annotations.NullMarked;
