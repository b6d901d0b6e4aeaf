/**
 * The losses of a softmax against its target, each with its analytic gradient in the logits. Logits
 * and probabilities enter, values and gradients leave. Essay: the section on the loss itself.
 */
@NullMarked
package spaceslab.essay.emo.loss;

import org.jspecify.annotations.NullMarked;
