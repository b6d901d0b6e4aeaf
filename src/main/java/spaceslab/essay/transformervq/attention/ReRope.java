package spaceslab.essay.transformervq.attention;

import spaceslab.numerics.Panels;
import spaceslab.numerics.RealMatrix;

/**
 * The essay's alternative to a bias: rotary positions within the window, and one fixed rotation for
 * all that is farther, score_ij = q_iᵀ R_{min(i−j, w)} k_j. Beyond the window the score is (R_{−w}
 * q_i)·k_j whatever j, so far tokens still merge by codeword; plain rotary positions (w = ∞) would
 * need a rotated codebook for each distance. Pairs of coordinates (2p, 2p + 1) turn by
 * 10000^{−2p/d_k} a step (arXiv:2104.09864; ReRoPE: kexue.fm/archives/9708).
 *
 * @param window w
 */
public record ReRope(int window) implements Positions {
    private static final double BASE = 10_000;

    /** x turned as at {@code position}: turned(q, i)·turned(k, j) depends on i − j alone. */
    private static void turn(RealMatrix x, int row, int position) {
        for (int p = 0; 2 * p + 1 < x.columns(); p++) {
            double angle = position * Math.pow(BASE, -2.0 * p / x.columns());
            double cosine = Math.cos(angle);
            double sine = Math.sin(angle);
            double first = x.at(row, 2 * p);
            double second = x.at(row, 2 * p + 1);
            x.set(row, 2 * p, cosine * first - sine * second);
            x.set(row, 2 * p + 1, sine * first + cosine * second);
        }
    }

    private static RealMatrix turned(RealMatrix x, int from, int to, int position, int step) {
        RealMatrix turned = x.like(to - from, x.columns());
        for (int i = 0; i < turned.rows(); i++) {
            turned.copy(i, 0, x, from + i, 0, x.columns());
            turn(turned, i, position + i * step);
        }
        return turned;
    }

    @Override
    public RealMatrix far(RealMatrix q) {
        return turned(q, 0, q.rows(), window, 0);
    }

    @Override
    public double score(RealMatrix q, int i, RealMatrix k, int j) {
        RealMatrix turned = turned(q, i, i + 1, Math.min(i - j, window), 0);
        return Scores.dot(turned, 0, k, j);
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
        RealMatrix vectors = q.like(to - first, q.columns());
        for (int j = first; j < to; j++) {
            vectors.copy(j - first, 0, keys.codes(), keys.z()[j], 0, q.columns());
            turn(vectors, j - first, j - first);
        }
        RealMatrix products =
                turned(q, from, to, from - first, 1).times(Panels.transposed(vectors));
        RealMatrix none = q.like(1, to - first);
        for (int i = 0; i < to - from; i++) {
            int beyond = Math.max(0, from + i - window - first);
            scores.pick(i, column, codeScores, i, keys.z(), first, beyond, none, beyond);
            int within = from + i + 1 - first - beyond;
            scores.copy(i, column + beyond, products, i, beyond, within);
        }
    }
}
