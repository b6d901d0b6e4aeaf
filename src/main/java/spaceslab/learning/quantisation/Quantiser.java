package spaceslab.learning.quantisation;

import spaceslab.learning.Tensor;

/**
 * Replaces each vector of a batch by one of {@link #size} vectors. Belongs to the scope and thread
 * in which it was made.
 */
public interface Quantiser {
    /**
     * What a batch of n vectors became.
     *
     * @param vectors [n, D], with the straight-through gradient
     * @param codes [n], indices below {@link #size}
     * @param loss auxiliary, 0-d; 0 for quantisers that need none
     */
    record Quantised(Tensor vectors, Tensor codes, Tensor loss) {}

    /** K; 0 where nothing is quantised. */
    int size();

    /** Of vectors [n, D]. */
    Quantised apply(Tensor z);

    /** As {@link #apply}, of a batch that the next {@link #afterStep} learns from. */
    default Quantised train(Tensor z) {
        return apply(z);
    }

    /** After the gradient step number {@code step}, from 0: moving averages, resets. */
    default void afterStep(int step) {}

    /** The vectors [n, D] that stand for codes [n]. */
    Tensor vectors(Tensor codes);
}
