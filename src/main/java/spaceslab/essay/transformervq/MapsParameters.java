package spaceslab.essay.transformervq;

import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of attention maps.
 *
 * @param tokens n
 * @param block l
 * @param codes c
 * @param keySize d_k
 * @param scale length of the queries
 * @param distribution of the keys
 * @param clusters centres of clustered keys
 * @param spread around a centre
 * @param codebook how codes are found
 * @param positions what tells near from far
 * @param height of the bias at distance 0
 * @param rounding precision of all forms
 * @param seed of sequence and codebook
 */
record MapsParameters(
        @Parameter(value = "96", min = "16", max = "192", scale = Parameter.Scale.LOG, symbol = "n")
                int tokens,
        @Parameter(value = "16", min = "2", max = "96", scale = Parameter.Scale.LOG, symbol = "l")
                int block,
        @Parameter(value = "12", min = "1", max = "128", scale = Parameter.Scale.LOG, symbol = "c")
                int codes,
        @Parameter(value = "2", min = "2", max = "64", scale = Parameter.Scale.LOG, symbol = "d_k")
                int keySize,
        @Parameter(value = "4", min = "1", max = "400", scale = Parameter.Scale.LOG) double scale,
        @Parameter("isotropic") KeyDistribution distribution,
        @Parameter(value = "8", min = "2", max = "64", step = "1", when = "distribution=clustered")
                int clusters,
        @Parameter(
                        value = "0.2",
                        min = "0",
                        max = "1",
                        step = "0.05",
                        when = "distribution=clustered")
                double spread,
        @Parameter("kMeans") CodebookChoice codebook,
        @Parameter("bias") PositionChoice positions,
        @Parameter(
                        value = "1",
                        min = "-4",
                        max = "4",
                        step = "0.1",
                        when = "positions=bias|asPrinted")
                double height,
        @Parameter("float64") Rounding rounding,
        @Parameter(value = "1", seed = true) long seed) {
    /** d_v of the drawn values. */
    static final int VALUE_SIZE = 8;

    MapsParameters {
        ParameterSchema.check(
                MapsParameters.class,
                tokens,
                block,
                codes,
                keySize,
                scale,
                distribution,
                clusters,
                spread,
                codebook,
                positions,
                height,
                rounding,
                seed);
        if (codes > tokens) {
            throw new InvalidParameters(
                    new Violation("codes", "" + codes, "range", "c ≤ n = " + tokens));
        }
    }
}
