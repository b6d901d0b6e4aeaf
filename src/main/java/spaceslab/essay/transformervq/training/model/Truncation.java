package spaceslab.essay.transformervq.training.model;

import spaceslab.learning.Tensor;

/**
 * How far gradients reach back. The essay and the paper stop at the window's keys: a key in the
 * cache has become an index, which has no gradient.
 */
public enum Truncation {
    /** Through keys and values of both blocks of the window, and through the cached values. */
    TWO_BLOCKS,
    /** Through both blocks of the window; what the cache holds is constant. */
    WINDOW,
    /** Through a token's own block; all that is carried from block to block is constant. */
    ONE_BLOCK;

    Tensor previous(Tensor carried) {
        return this == ONE_BLOCK ? carried.stopGradient() : carried;
    }

    Tensor cached(Tensor values) {
        return this == TWO_BLOCKS ? values : values.stopGradient();
    }
}
