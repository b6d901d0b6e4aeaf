/**
 * A language of synonyms whose probabilities are known, learned by a table of logits under each
 * loss: so that what a loss does to the probability of texts and to the quality of samples can be
 * told apart exactly, without a test set.
 */
@NullMarked
package spaceslab.essay.emo.toy;

import org.jspecify.annotations.NullMarked;
