/**
 * The page of the essay on nonlinear recurrences evaluated in parallel: which figures each
 * experiment shows.
 */
@NullMarked
package spaceslab.essay.nonlinearrnn.ui;

import org.jspecify.annotations.NullMarked;
