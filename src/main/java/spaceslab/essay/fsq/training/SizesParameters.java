package spaceslab.essay.fsq.training;

import java.util.List;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of trainings of several sizes.
 *
 * @param arms trained at every size
 * @param data pictures
 * @param codes the K of VQ; FSQ has the paper's levels nearest to it
 * @param widths of the hidden layers at {@link #FIXED_CODES} codes; 0 for linear maps
 * @param depth hidden layers where the width is not 0
 * @param everyLayer quantise the hidden layers too
 * @param steps of Adam, of every training; the whole work is limited
 * @param batch pictures of a step
 * @param rate of the first steps
 * @param seed of every training
 */
record SizesParameters(
        @Parameter(value = "fsqTanh,vqEma,vqEmaReset", maxItems = 7) List<Arm> arms,
        @Parameter("glyphs") Pictures data,
        @Parameter(
                        value = "16,64,256,1024,4096",
                        min = "2",
                        max = "8192",
                        maxItems = 6,
                        symbol = "K")
                List<Integer> codes,
        @Parameter(value = "0,8,32,128", min = "0", max = "256", maxItems = 6) List<Integer> widths,
        @Parameter(value = "2", min = "1", max = "4") int depth,
        @Parameter("false") boolean everyLayer,
        @Parameter(value = "200", min = "10", max = "2000", scale = Parameter.Scale.LOG) int steps,
        @Parameter(value = "64", min = "8", max = "128", scale = Parameter.Scale.LOG, symbol = "B")
                int batch,
        @Parameter(value = "0.006", min = "0.0001", max = "0.1", scale = Parameter.Scale.LOG)
                double rate,
        @Parameter(value = "1", seed = true) long seed) {
    /** K of VQ where the width changes; FSQ has 1000. */
    static final int FIXED_CODES = 1024;

    /** Width where K changes. */
    static final int FIXED_WIDTH = 64;

    private static final int DIMENSION = 16;

    /** Most multiplications of all trainings, about four minutes on two cores. */
    private static final double MOST_WORK = 9e12;

    SizesParameters {
        arms = List.copyOf(arms);
        codes = List.copyOf(codes);
        widths = List.copyOf(widths);
        ParameterSchema.check(
                SizesParameters.class,
                arms,
                data,
                codes,
                widths,
                depth,
                everyLayer,
                steps,
                batch,
                rate,
                seed);
        Refusals.arms("arms", arms);
        distinct("codes", codes);
        distinct("widths", widths);
        Refusals.codes("codes", codes, data);
        Sweeps one = sweeps(arms, data, codes, widths, depth, everyLayer, 1, batch, rate, seed);
        Refusals.steps(steps, one.work(), MOST_WORK);
    }

    private static void distinct(String parameter, List<Integer> values) {
        if (values.isEmpty() || values.stream().distinct().count() < values.size()) {
            throw new InvalidParameters(
                    new Violation(parameter, ParameterSchema.text(values), "twice", "1–6"));
        }
    }

    private static Sweeps sweeps(
            List<Arm> arms,
            Pictures data,
            List<Integer> codes,
            List<Integer> widths,
            int depth,
            boolean everyLayer,
            int steps,
            int batch,
            double rate,
            long seed) {
        Architecture middle = new Architecture(DIMENSION, FIXED_WIDTH, depth, everyLayer);
        QuantiserSettings usual = QuantiserSettings.usual(FIXED_CODES);
        return new Sweeps(
                arms,
                codes,
                widths,
                new TrainingPlan(data, middle, usual, steps, batch, rate, seed));
    }

    Sweeps sweeps() {
        return sweeps(arms, data, codes, widths, depth, everyLayer, steps, batch, rate, seed);
    }
}
