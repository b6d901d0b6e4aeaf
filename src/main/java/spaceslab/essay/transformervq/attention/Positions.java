package spaceslab.essay.transformervq.attention;

import spaceslab.numerics.RealMatrix;

/**
 * How a score depends on the distance of two tokens. All tokens farther than the window are alike:
 * that is what lets them be merged by codeword.
 */
public sealed interface Positions permits LocalBias, PrintedBias, ReRope {
    /** Distances 0 … window are told apart; at most the length of a block. */
    int window();

    /**
     * Queries for keys beyond the window: their score with codeword C_s is far(q)·C_s.
     *
     * @param q queries, which are not changed
     */
    RealMatrix far(RealMatrix q);

    /** Score of query i with key j ≤ i; for the quadratic form. */
    double score(RealMatrix q, int i, RealMatrix k, int j);

    /**
     * Scores of the queries {@code from} … {@code to} − 1 with the keys from {@code first} on, as
     * far as they are not in a query's future.
     *
     * @param codeScores far(q)·Cᵀ, a row a query, from row 0 on
     * @param scores takes a row a query, from {@code column} on
     */
    void near(
            RealMatrix q,
            int from,
            int to,
            QuantisedKeys keys,
            int first,
            RealMatrix codeScores,
            RealMatrix scores,
            int column);
}
