package spaceslab.essay.transformervq.training.model;

import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;
import spaceslab.learning.Weights;

/**
 * What is added to a score for the distance d = i − j of query i from key j: a learned b_d for 0 ≤
 * d ≤ l, 0 beyond, so that far tokens can be remembered by code, and −10³⁰ for d &lt; 0, the
 * future.
 */
final class LocalBias {
    static final double NEVER = -1e30;

    private final int reach;
    private final Tensor near;
    private final Tensor rest;

    /** {@code near} is b, [l + 1]; zeros for none. */
    LocalBias(Tensor near) {
        this.near = near;
        reach = Math.toIntExact(near.size()) - 1;
        rest = Tensor.of(near.precision(), new double[] {0, NEVER}, 2);
    }

    /** A learned one that starts at 0. */
    static LocalBias learned(Weights weights, int reach) {
        return new LocalBias(weights.constant("bias", 0, reach + 1));
    }

    /** No bias, only causality. */
    static LocalBias none(Precision precision) {
        return new LocalBias(Tensor.zeros(precision, 1));
    }

    /** [queries, keys] where query i stands at key {@code first} + i. */
    Tensor matrix(int first, int queries, int keys) {
        int[] index = new int[queries * keys];
        for (int i = 0; i < queries; i++) {
            for (int j = 0; j < keys; j++) {
                int distance = first + i - j;
                index[i * keys + j] = distance < 0 ? reach + 2 : Math.min(distance, reach + 1);
            }
        }
        return Tensor.concat(0, near, rest)
                .expand(-1)
                .rows(Tensor.indices(index, queries, keys))
                .squeeze(-1);
    }
}
