package spaceslab.essay.transformervq;

import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of truncated gradients.
 *
 * @param tokens n
 * @param block l
 * @param codes c
 * @param keySize d_k
 * @param scale length of the queries
 * @param height of the bias at distance 0
 * @param seed of sequence, codebook and dL/dO
 */
record GradientsParameters(
        @Parameter(value = "64", min = "8", max = "128", scale = Parameter.Scale.LOG, symbol = "n")
                int tokens,
        @Parameter(value = "16", min = "2", max = "64", scale = Parameter.Scale.LOG, symbol = "l")
                int block,
        @Parameter(value = "8", min = "1", max = "64", step = "1", symbol = "c") int codes,
        @Parameter(value = "4", min = "2", max = "64", scale = Parameter.Scale.LOG, symbol = "d_k")
                int keySize,
        @Parameter(value = "4", min = "1", max = "400", scale = Parameter.Scale.LOG) double scale,
        @Parameter(value = "1", min = "-4", max = "4", step = "0.1", symbol = "b_0") double height,
        @Parameter(value = "1", seed = true) long seed) {
    static final int VALUE_SIZE = 8;

    GradientsParameters {
        ParameterSchema.check(
                GradientsParameters.class, tokens, block, codes, keySize, scale, height, seed);
        if (codes > tokens) {
            throw new InvalidParameters(
                    new Violation("codes", "" + codes, "range", "c ≤ n = " + tokens));
        }
    }
}
