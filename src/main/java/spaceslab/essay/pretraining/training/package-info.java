/**
 * One model trained from scratch on labels, or first on the inputs alone, for any sequences of
 * tokens with two labels. A plan, data and seeds enter; accuracies by step, and of every trained
 * model where its positions take their information from, leave.
 */
@NullMarked
package spaceslab.essay.pretraining.training;

import org.jspecify.annotations.NullMarked;
