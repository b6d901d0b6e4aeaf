/** What the page on few-step sampling shows of each experiment. */
@NullMarked
package spaceslab.essay.amed.ui;

import org.jspecify.annotations.NullMarked;
