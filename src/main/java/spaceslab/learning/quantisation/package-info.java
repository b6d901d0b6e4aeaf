/**
 * Quantisers as parts of a network: vectors in, the vectors that stand for them out, with the
 * straight-through gradient and whatever loss or moving average keeps the codes alive. The formulas
 * are those of {@link spaceslab.numerics.quantisation}; here they act on tensors.
 */
@NullMarked
package spaceslab.learning.quantisation;

import org.jspecify.annotations.NullMarked;
