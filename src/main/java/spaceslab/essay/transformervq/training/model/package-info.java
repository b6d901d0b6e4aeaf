/**
 * Attention over quantised keys as layers that train (essay, "局域"; Transformer-VQ,
 * arXiv:2309.16354): a gated unit with one head whose window of two blocks is exact and whose older
 * tokens are remembered by code, in blocks for training and token by token for writing. Enter
 * vectors of a sequence, leave vectors of the same shape.
 */
@NullMarked
package spaceslab.essay.transformervq.training.model;

import org.jspecify.annotations.NullMarked;
