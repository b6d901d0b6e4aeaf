/** Tests of the AMED essay. */
@NullMarked
package spaceslab.essay.amed;

import org.jspecify.annotations.NullMarked;
