package spaceslab.essay.nonlinearrnn;

import java.util.List;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;

/**
 * Of networks of rising gain.
 *
 * @param d units
 * @param length T
 * @param gains g of each network; weights are the same normal draws
 * @param inputScales σ of each network
 * @param seed of weights and inputs
 * @param damping k of scale-ELK
 * @param tolerance largest distance from the truth
 */
record GainSweepParameters(
        @Parameter(value = "16", min = "1", max = "32", symbol = "d") int d,
        @Parameter(
                        value = "512",
                        min = "16",
                        max = "4096",
                        scale = Parameter.Scale.LOG,
                        symbol = "T")
                int length,
        @Parameter(value = "0.4,0.8,1,1.2,1.5,2,3", min = "0.1", max = "3", symbol = "g")
                List<Double> gains,
        @Parameter(value = "0.1,1", min = "0.01", max = "3", maxItems = 3, symbol = "\\sigma")
                List<Double> inputScales,
        @Parameter(value = "2024", seed = true) long seed,
        @Parameter(value = "0.2", min = "0", max = "0.9", step = "0.05", symbol = "k")
                double damping,
        @Parameter(
                        value = "1e-8",
                        min = "1e-12",
                        max = "0.001",
                        scale = Parameter.Scale.LOG,
                        symbol = "\\varepsilon")
                double tolerance) {
    GainSweepParameters {
        ParameterSchema.check(
                GainSweepParameters.class, d, length, gains, inputScales, seed, damping, tolerance);
        gains = List.copyOf(gains);
        inputScales = List.copyOf(inputScales);
        IterateParameters.checkMemory(length, d);
    }

    int settings() {
        return gains.size() * inputScales.size();
    }
}
