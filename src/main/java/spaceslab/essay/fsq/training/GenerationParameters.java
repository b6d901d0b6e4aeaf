package spaceslab.essay.fsq.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;
import spaceslab.learning.SymbolChoice;

/**
 * Of two tokenisers, each with a language model over its codes.
 *
 * @param data pictures
 * @param first quantiser
 * @param second quantiser, another one
 * @param levels L_i of FSQ
 * @param codes K of VQ
 * @param tokeniserSteps of stage one
 * @param modelSteps of stage two
 * @param width of the Transformer, a multiple of {@value #HEAD}
 * @param layers of the Transformer
 * @param temperature of sampling
 * @param nucleus least probability of the symbols that sampling chooses among
 * @param samples of each class
 * @param seed of everything random
 */
record GenerationParameters(
        @Parameter("digits") Pictures data,
        @Parameter("fsqTanh") Arm first,
        @Parameter("vqEmaReset") Arm second,
        @Parameter(value = "8,6,5", min = "2", max = "16", maxItems = 8, symbol = "L_i")
                List<Integer> levels,
        @Parameter(
                        value = "240",
                        min = "4",
                        max = "4096",
                        scale = Parameter.Scale.LOG,
                        symbol = "K")
                int codes,
        @Parameter(value = "600", min = "20", max = "5000", scale = Parameter.Scale.LOG)
                int tokeniserSteps,
        @Parameter(value = "400", min = "20", max = "5000", scale = Parameter.Scale.LOG)
                int modelSteps,
        @Parameter(value = "64", min = "16", max = "128", step = "16") int width,
        @Parameter(value = "2", min = "1", max = "4") int layers,
        @Parameter(value = "1", min = "0.1", max = "3", scale = Parameter.Scale.LOG)
                double temperature,
        @Parameter(value = "1", min = "0.05", max = "1") double nucleus,
        @Parameter(value = "50", min = "4", max = "60") int samples,
        @Parameter(value = "1", seed = true) long seed) {
    /** Coordinates of an attention head. */
    static final int HEAD = 16;

    /** Most codes of either quantiser. */
    static final int LARGEST = 4096;

    private static final int WIDEST = 128;
    private static final int BATCH = 64;
    private static final double RATE = 3e-3;
    private static final Architecture TOKENISER = new Architecture(16, 64, 2, false);

    GenerationParameters {
        levels = List.copyOf(levels);
        ParameterSchema.check(
                GenerationParameters.class,
                data,
                first,
                second,
                levels,
                codes,
                tokeniserSteps,
                modelSteps,
                width,
                layers,
                temperature,
                nucleus,
                samples,
                seed);
        refuse(first == Arm.NONE, "first", first.key(), quantisersWithout(Arm.NONE));
        refuse(second == Arm.NONE, "second", second.key(), quantisersWithout(Arm.NONE));
        refuse(first == second, "second", second.key(), quantisersWithout(first));
        if (first.isScalar() || second.isScalar()) {
            Refusals.levels("levels", levels, List.of(first, second), LARGEST);
        }
        refuse(
                width % HEAD != 0,
                "width",
                Integer.toString(width),
                HEAD + ", " + 2 * HEAD + ", … " + WIDEST);
    }

    private static String quantisersWithout(Arm other) {
        return Arrays.stream(Arm.values())
                .filter(arm -> arm != Arm.NONE && arm != other)
                .map(Arm::key)
                .collect(Collectors.joining(", "));
    }

    private static void refuse(boolean wrong, String parameter, String value, String allowed) {
        if (wrong) {
            throw new InvalidParameters(new Violation(parameter, value, "range", allowed));
        }
    }

    /** Stage one of both arms. */
    TrainingPlan plan() {
        return new TrainingPlan(
                data,
                TOKENISER,
                new QuantiserSettings(levels, codes, 1, 0.25, 0.95, 10, 0.1),
                tokeniserSteps,
                BATCH,
                RATE,
                seed);
    }

    /** How integers are drawn. */
    SymbolChoice choice() {
        return new SymbolChoice(temperature, nucleus);
    }
}
