package spaceslab.essay.emo.language;

import spaceslab.learning.Tensor;
import spaceslab.numerics.RandomStream;

/**
 * The vectors ê_i of length 1 that give the cost C_ij = 1 − ⟨ê_i, ê_j⟩ of one symbol in place of
 * another.
 *
 * @param rows Ê, [symbol, width]; a constant
 */
record UnitVectors(Tensor rows) {
    /** Of vectors of any length above 0, detached from them. */
    static UnitVectors of(Tensor vectors) {
        Tensor fixed = vectors.stopGradient();
        return new UnitVectors(fixed.over(fixed.square().sumKept(-1).squareRoot()));
    }

    /** The same vectors, each given to a symbol that chance decides (Fisher and Yates). */
    UnitVectors shuffled(RandomStream random) {
        int[] order = new int[Math.toIntExact(rows.size(0))];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return new UnitVectors(rows.rows(Tensor.indices(order, order.length)));
    }

    /**
     * Σ_i p_i C_it = 1 − ⟨Êᵀ p, ê_t⟩ of every position, p = softmax(scores): scores [n, symbol],
     * targets [n]. O(n · symbols · width): the matrix C is never made.
     */
    Tensor expectedCost(Tensor scores, Tensor targets) {
        Tensor mean = scores.softmax().matMul(rows);
        return mean.times(rows.rows(targets)).sum(-1).negative().plus(1);
    }
}
