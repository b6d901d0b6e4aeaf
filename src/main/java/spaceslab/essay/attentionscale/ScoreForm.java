package spaceslab.essay.attentionscale;

import spaceslab.learning.Tensor;

/** How a score is made of query and key; at the start of a training its variance is 1. */
enum ScoreForm {
    /** q·k/√d: at the start normal, and free to grow with the weights. */
    DOT_PRODUCT {
        @Override
        Tensor prepared(Tensor x) {
            return x;
        }

        @Override
        MeanField meanField(int d, int n) {
            return new MeanField(new NormalScores(), n);
        }

        @Override
        double unit(int d) {
            return 1;
        }
    },
    /** √d·cos(q, k), which no weight can take beyond ±√d. */
    COSINE {
        @Override
        Tensor prepared(Tensor x) {
            double d = x.size(-1);
            return x.over(x.square().sumKept(-1).plus(SMALL).squareRoot().times(1 / Math.sqrt(d)));
        }

        @Override
        MeanField meanField(int d, int n) {
            return new MeanField(new CosineScores(d), n);
        }

        @Override
        double unit(int d) {
            return Math.sqrt(d);
        }
    };

    private static final double SMALL = 1e-12;

    /** Queries or keys [..., d] as they enter the product. */
    abstract Tensor prepared(Tensor x);

    /** The estimate for n scores of dimension d, on its own scale. */
    abstract MeanField meanField(int d, int n);

    /** A scale of the estimate over the same scale of scores of variance 1. */
    abstract double unit(int d);

    /** Scores [..., query, key] of queries [..., query, d] and keys [..., key, d]. */
    final Tensor scores(Tensor queries, Tensor keys) {
        double d = queries.size(-1);
        return prepared(queries).matMul(prepared(keys).swap(-2, -1)).over(Math.sqrt(d));
    }
}
