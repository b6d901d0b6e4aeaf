package spaceslab.essay.transformervq;

import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of a comparison of times.
 *
 * @param longest n of the linear form; the others are a half, a quarter, …
 * @param quadraticTo longest n at which the quadratic forms are timed
 * @param codes c
 * @param block l
 * @param keySize d_k
 * @param valueSize d_v
 * @param fused whether libtorch's fused attention is timed too
 * @param seed of the sequence
 */
record CostParameters(
        @Parameter(
                        value = "65536",
                        min = "512",
                        max = "131072",
                        scale = Parameter.Scale.LOG,
                        symbol = "n")
                int longest,
        @Parameter(value = "16384", min = "256", max = "16384", scale = Parameter.Scale.LOG)
                int quadraticTo,
        @Parameter(
                        value = "128",
                        min = "4",
                        max = "1024",
                        scale = Parameter.Scale.LOG,
                        symbol = "c")
                int codes,
        @Parameter(
                        value = "128",
                        min = "16",
                        max = "512",
                        scale = Parameter.Scale.LOG,
                        symbol = "l")
                int block,
        @Parameter(
                        value = "64",
                        min = "8",
                        max = "128",
                        scale = Parameter.Scale.LOG,
                        symbol = "d_k")
                int keySize,
        @Parameter(
                        value = "64",
                        min = "8",
                        max = "256",
                        scale = Parameter.Scale.LOG,
                        symbol = "d_v")
                int valueSize,
        @Parameter("true") boolean fused,
        @Parameter(value = "1", seed = true) long seed) {
    CostParameters {
        ParameterSchema.check(
                CostParameters.class,
                longest,
                quadraticTo,
                codes,
                block,
                keySize,
                valueSize,
                fused,
                seed);
        if (codes > longest) {
            throw new InvalidParameters(
                    new Violation("codes", "" + codes, "range", "c ≤ n = " + longest));
        }
    }
}
