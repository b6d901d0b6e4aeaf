package spaceslab.essay.nonlinearrnn;

import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;

/**
 * Of networks of rising length.
 *
 * @param cell kind of the network
 * @param d units
 * @param length longest T; the others are a quarter, a sixteenth, …
 * @param gain g
 * @param inputScale σ
 * @param seed of weights and inputs
 * @param tolerance largest distance from the truth
 * @param timing whether to take wall-clock times too
 * @param treeLength leaves of the scan tree that is drawn
 * @param treeLevel levels of it that are drawn
 */
record ScalingParameters(
        @Parameter("tanh") CellKind cell,
        @Parameter(value = "8", min = "1", max = "32", symbol = "d") int d,
        @Parameter(
                        value = "4096",
                        min = "64",
                        max = "65536",
                        scale = Parameter.Scale.LOG,
                        symbol = "T")
                int length,
        @Parameter(value = "0.8", min = "0.1", max = "3", step = "0.05", symbol = "g") double gain,
        @Parameter(value = "1", min = "0", max = "3", step = "0.05", symbol = "\\sigma")
                double inputScale,
        @Parameter(value = "11", seed = true) long seed,
        @Parameter(
                        value = "1e-8",
                        min = "1e-12",
                        max = "0.001",
                        scale = Parameter.Scale.LOG,
                        symbol = "\\varepsilon")
                double tolerance,
        @Parameter("true") boolean timing,
        @Parameter(value = "8", min = "2", max = "32") int treeLength,
        @Parameter(value = "9", min = "0", max = "9") int treeLevel) {
    ScalingParameters {
        ParameterSchema.check(
                ScalingParameters.class,
                cell,
                d,
                length,
                gain,
                inputScale,
                seed,
                tolerance,
                timing,
                treeLength,
                treeLevel);
        IterateParameters.checkMemory(length, cell == CellKind.LSTM ? 2 * d : d);
    }
}
