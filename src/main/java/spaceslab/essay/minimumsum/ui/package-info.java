/**
 * The page of the essay on the least a + b + c: which figures show a run of {@code solve} and of
 * {@code scan}. Everything else of the page follows from the parameters and the texts.
 */
@NullMarked
package spaceslab.essay.minimumsum.ui;

import org.jspecify.annotations.NullMarked;
