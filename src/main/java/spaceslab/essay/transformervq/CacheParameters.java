package spaceslab.essay.transformervq;

import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of a look into the cache.
 *
 * @param tokens n
 * @param block l
 * @param codes c
 * @param valueSize d_v
 * @param shown block whose cache is drawn, from 1
 * @param height of the bias at distance 0; it falls to 0 at distance l
 * @param values what they are drawn from
 * @param seed of sequence, codebook and permutation
 */
record CacheParameters(
        @Parameter(
                        value = "160",
                        min = "16",
                        max = "512",
                        scale = Parameter.Scale.LOG,
                        symbol = "n")
                int tokens,
        @Parameter(value = "16", min = "2", max = "64", scale = Parameter.Scale.LOG, symbol = "l")
                int block,
        @Parameter(value = "12", min = "1", max = "64", step = "1", symbol = "c") int codes,
        @Parameter(value = "16", min = "2", max = "64", step = "1", symbol = "d_v") int valueSize,
        @Parameter(value = "10", min = "1", max = "256", step = "1", symbol = "g") int shown,
        @Parameter(value = "2", min = "-4", max = "4", step = "0.1", symbol = "b_0") double height,
        @Parameter("exact") ValueGrid values,
        @Parameter(value = "1", seed = true) long seed) {
    static final int KEY_SIZE = 4;

    CacheParameters {
        ParameterSchema.check(
                CacheParameters.class,
                tokens,
                block,
                codes,
                valueSize,
                shown,
                height,
                values,
                seed);
        if (codes > tokens) {
            throw new InvalidParameters(
                    new Violation("codes", "" + codes, "range", "c ≤ n = " + tokens));
        }
        int blocks = (tokens + block - 1) / block;
        if (shown > blocks) {
            throw new InvalidParameters(
                    new Violation("shown", "" + shown, "range", "g ≤ ⌈n/l⌉ = " + blocks));
        }
    }

    int blocks() {
        return (tokens + block - 1) / block;
    }
}
