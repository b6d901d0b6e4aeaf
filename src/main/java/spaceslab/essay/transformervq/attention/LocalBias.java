package spaceslab.essay.transformervq.attention;

import java.util.Arrays;
import spaceslab.numerics.RealMatrix;

/**
 * A bias that depends on the distance alone (Toeplitz) and ends: score_ij = q_i·k_j + b_{i−j}, with
 * b_d = 0 for d above the window. The essay writes "B = 0 when i < j or i − j ≤ l"; the second
 * inequality is meant the other way round, or the sum would not be split in three. Window scores
 * are picked from Q Cᵀ and cost no product of their own.
 */
public record LocalBias(double[] byDistance) implements Positions {
    public LocalBias {
        if (byDistance.length == 0) {
            throw new IllegalArgumentException("a bias needs distance 0");
        }
        byDistance = byDistance.clone();
    }

    /** No bias: near and far alike. */
    public static LocalBias none(int window) {
        return new LocalBias(new double[window + 1]);
    }

    /** b_d = height · (1 − d/window): falls to zero at the window's end. */
    public static LocalBias falling(int window, double height) {
        double[] bias = new double[window + 1];
        Arrays.setAll(bias, d -> height * (1 - (double) d / window));
        return new LocalBias(bias);
    }

    @Override
    public double[] byDistance() {
        return byDistance.clone();
    }

    @Override
    public int window() {
        return byDistance.length - 1;
    }

    double at(int distance) {
        return distance < byDistance.length ? byDistance[distance] : 0;
    }

    @Override
    public RealMatrix far(RealMatrix q) {
        return q;
    }

    @Override
    public double score(RealMatrix q, int i, RealMatrix k, int j) {
        return Scores.dot(q, i, k, j) + at(i - j);
    }

    @Override
    public void near(
            RealMatrix q,
            int from,
            int to,
            QuantisedKeys keys,
            int first,
            RealMatrix codeScores,
            RealMatrix scores,
            int column) {
        RealMatrix bias = q.like(1, to - first);
        for (int d = 0; d < bias.columns(); d++) {
            bias.set(0, d, at(d));
        }
        for (int i = from; i < to; i++) {
            int count = i + 1 - first;
            scores.pick(
                    i - from,
                    column,
                    codeScores,
                    i - from,
                    keys.z(),
                    first,
                    count,
                    bias,
                    count - 1);
        }
    }
}
