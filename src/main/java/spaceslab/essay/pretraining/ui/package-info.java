/** What the page of self-pretraining shows of each experiment. */
@NullMarked
package spaceslab.essay.pretraining.ui;

import org.jspecify.annotations.NullMarked;
