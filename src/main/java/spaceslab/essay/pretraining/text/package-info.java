/**
 * Texts as bytes: which of two kinds a text is. Tasks with exact generators and counted baselines
 * enter; accuracies of both ways to train leave.
 */
@NullMarked
package spaceslab.essay.pretraining.text;

import org.jspecify.annotations.NullMarked;
