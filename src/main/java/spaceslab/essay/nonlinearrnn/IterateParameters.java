package spaceslab.essay.nonlinearrnn;

import java.util.List;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of one network solved by several methods.
 *
 * @param cell kind of the network
 * @param d units
 * @param length T; T·d² is limited to 4,194,304 matrix entries
 * @param gain g: recurrent weights are normal with deviation g/√d
 * @param inputScale σ, deviation of the inputs
 * @param seed of weights and inputs
 * @param methods to compare
 * @param focus the method whose error map and trajectory are drawn
 * @param after the sweep whose trajectory is drawn
 * @param damping k of scale-ELK
 * @param noise σ² of ELK
 * @param diagonalScale Λ of the decoupled form over the eigenvalues of A
 * @param guess first trajectory
 * @param shift relative change of the weights since the warm start
 * @param precision of stored numbers
 * @param stopping rule
 * @param tolerance of the rule
 * @param sweeps cap
 * @param clip after each sweep
 */
record IterateParameters(
        @Parameter("tanh") CellKind cell,
        @Parameter(value = "8", min = "1", max = "64", symbol = "d") int d,
        @Parameter(
                        value = "512",
                        min = "16",
                        max = "65536",
                        scale = Parameter.Scale.LOG,
                        symbol = "T")
                int length,
        @Parameter(value = "0.5", min = "0.1", max = "3", step = "0.05", symbol = "g") double gain,
        @Parameter(value = "1", min = "0", max = "3", step = "0.05", symbol = "\\sigma")
                double inputScale,
        @Parameter(value = "11", seed = true) long seed,
        @Parameter("jacobi,fixedA,expandInput,newton,quasi,scaleElk,elk") List<Method> methods,
        @Parameter("fixedA") Method focus,
        @Parameter(value = "1", min = "0", max = "100", symbol = "n") int after,
        @Parameter(value = "0.2", min = "0", max = "0.9", step = "0.05", symbol = "k")
                double damping,
        @Parameter(
                        value = "10",
                        min = "0.01",
                        max = "100000000",
                        scale = Parameter.Scale.LOG,
                        symbol = "\\sigma_{\\text{ELK}}^2")
                double noise,
        @Parameter(value = "0.5", min = "0", max = "1", step = "0.05", symbol = "\\ell")
                double diagonalScale,
        @Parameter("zeros") Guess guess,
        @Parameter(
                        value = "0.01",
                        min = "0.0001",
                        max = "1",
                        scale = Parameter.Scale.LOG,
                        when = "guess=warm")
                double shift,
        @Parameter("float64") Precision precision,
        @Parameter("residual") StoppingRule stopping,
        @Parameter(
                        value = "1e-8",
                        min = "1e-12",
                        max = "0.001",
                        scale = Parameter.Scale.LOG,
                        symbol = "\\varepsilon")
                double tolerance,
        @Parameter(value = "120", min = "1", max = "4096", scale = Parameter.Scale.LOG) int sweeps,
        @Parameter("off") Clip clip) {
    static final int MOST_ENTRIES = 1 << 22;

    IterateParameters {
        ParameterSchema.check(
                IterateParameters.class,
                cell,
                d,
                length,
                gain,
                inputScale,
                seed,
                methods,
                focus,
                after,
                damping,
                noise,
                diagonalScale,
                guess,
                shift,
                precision,
                stopping,
                tolerance,
                sweeps,
                clip);
        methods = List.copyOf(methods);
        checkMemory(length, cell == CellKind.LSTM ? 2 * d : d);
    }

    /** Refuses T·states² above the memory limit, by the name of T. */
    static void checkMemory(int length, int states) {
        int most = MOST_ENTRIES / (states * states);
        if (length > most) {
            throw new InvalidParameters(
                    new Violation("length", Integer.toString(length), "range", "16 … " + most));
        }
    }

    int states() {
        return cell == CellKind.LSTM ? 2 * d : d;
    }
}
