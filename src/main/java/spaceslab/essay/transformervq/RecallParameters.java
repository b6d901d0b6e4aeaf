package spaceslab.essay.transformervq;

import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of recall without training.
 *
 * @param keys M, different keys, each with one value
 * @param kinds of values that keys may have
 * @param tokens n, each a noisy copy of some key
 * @param dimension of a key
 * @param noise standard deviation of a key's coordinates around its unit vector
 * @param queryScale length of a query, which points at a key
 * @param codebook how codes are found
 * @param codes c looked at closely
 * @param seed of keys, values, tokens and codebooks
 */
record RecallParameters(
        @Parameter(value = "64", min = "2", max = "512", scale = Parameter.Scale.LOG, symbol = "M")
                int keys,
        @Parameter(value = "10", min = "2", max = "64", step = "1") int kinds,
        @Parameter(
                        value = "2048",
                        min = "64",
                        max = "8192",
                        scale = Parameter.Scale.LOG,
                        symbol = "n")
                int tokens,
        @Parameter(
                        value = "32",
                        min = "2",
                        max = "128",
                        scale = Parameter.Scale.LOG,
                        symbol = "d_k")
                int dimension,
        @Parameter(value = "0.05", min = "0", max = "0.5", step = "0.01", symbol = "\\sigma")
                double noise,
        @Parameter(value = "20", min = "1", max = "400", scale = Parameter.Scale.LOG)
                double queryScale,
        @Parameter("kMeans") CodebookChoice codebook,
        @Parameter(value = "32", min = "2", max = "512", scale = Parameter.Scale.LOG, symbol = "c")
                int codes,
        @Parameter(value = "1", seed = true) long seed) {
    RecallParameters {
        ParameterSchema.check(
                RecallParameters.class,
                keys,
                kinds,
                tokens,
                dimension,
                noise,
                queryScale,
                codebook,
                codes,
                seed);
        if (tokens < keys) {
            throw new InvalidParameters(
                    new Violation("tokens", "" + tokens, "range", "n ≥ M = " + keys));
        }
        if (codes > tokens) {
            throw new InvalidParameters(
                    new Violation("codes", "" + codes, "range", "c ≤ n = " + tokens));
        }
    }
}
