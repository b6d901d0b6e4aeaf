package spaceslab.essay.emo;

import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;

/**
 * Of a random transport problem between points of the unit square.
 *
 * @param size n sources and n sinks
 * @param epsilon strength of the entropy in units of the largest cost
 * @param tolerance for the row sums
 * @param seed of points and masses
 */
record EntropicParameters(
        @Parameter(value = "128", min = "2", max = "512", scale = Parameter.Scale.LOG, symbol = "n")
                int size,
        @Parameter(
                        value = "0.05",
                        min = "0.001",
                        max = "1",
                        scale = Parameter.Scale.LOG,
                        symbol = "\\varepsilon")
                double epsilon,
        @Parameter(value = "0.000001", min = "1e-10", max = "0.01", scale = Parameter.Scale.LOG)
                double tolerance,
        @Parameter(value = "1", seed = true) long seed) {
    EntropicParameters {
        ParameterSchema.check(EntropicParameters.class, size, epsilon, tolerance, seed);
    }
}
