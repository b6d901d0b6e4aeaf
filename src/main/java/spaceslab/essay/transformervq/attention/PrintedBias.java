package spaceslab.essay.transformervq.attention;

import spaceslab.numerics.RealMatrix;

/**
 * The bias as the essay prints it: zero for i − j ≤ window, and free beyond, here falling with
 * distance. Far tokens are then not alike and cannot be merged by codeword, so the block form,
 * which leaves the bias out beyond the window, is wrong. For showing just that.
 *
 * @param window l
 * @param height what is lost by another window's distance
 */
public record PrintedBias(int window, double height) implements Positions {
    @Override
    public RealMatrix far(RealMatrix q) {
        return q;
    }

    @Override
    public double score(RealMatrix q, int i, RealMatrix k, int j) {
        double beyond = Math.max(0, i - j - window);
        return Scores.dot(q, i, k, j) - height * beyond / window;
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
        LocalBias.none(window).near(q, from, to, keys, first, codeScores, scores, column);
    }
}
