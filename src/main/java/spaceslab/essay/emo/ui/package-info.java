/** The page of the essay on EMO: which figures each experiment shows. */
@NullMarked
package spaceslab.essay.emo.ui;

import org.jspecify.annotations.NullMarked;
