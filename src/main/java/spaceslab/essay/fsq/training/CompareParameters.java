package spaceslab.essay.fsq.training;

import java.util.List;
import spaceslab.experiment.Bitmap;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;

/**
 * Of tokenisers trained side by side.
 *
 * @param arms trained, each once
 * @param data pictures
 * @param levels L_i of FSQ
 * @param codes K of VQ, at most one for every two vectors of the training pictures
 * @param dimension D between encoder and decoder
 * @param codebookWeight β
 * @param commitmentWeight γ
 * @param decay of the moving averages
 * @param period steps between resets
 * @param threshold averaged count below which a code is dead
 * @param width of the hidden layers
 * @param depth hidden layers of encoder and decoder each
 * @param everyLayer quantise the hidden layers too
 * @param steps of Adam; the work of all arms is limited
 * @param batch pictures of a step
 * @param rate of the first steps
 * @param drawing by the visitor, encoded and decoded by every arm; scaled to the pictures' size
 * @param seed of weights, codes, batches and resets
 */
record CompareParameters(
        @Parameter(value = "fsqTanh,vqEma,vqEmaReset", maxItems = 7) List<Arm> arms,
        @Parameter("glyphs") Pictures data,
        @Parameter(
                        value = "8,5,5,5",
                        min = "2",
                        max = "16",
                        maxItems = 8,
                        symbol = "L_i",
                        when = "arms=fsqTanh|fsqSigmoid|fsqSymmetric")
                List<Integer> levels,
        @Parameter(
                        value = "1024",
                        min = "2",
                        max = "16384",
                        scale = Parameter.Scale.LOG,
                        symbol = "K",
                        when = "arms=vqGradient|vqEma|vqEmaReset")
                int codes,
        @Parameter(value = "16", min = "2", max = "64", scale = Parameter.Scale.LOG, symbol = "D")
                int dimension,
        @Parameter(
                        value = "1",
                        min = "0.1",
                        max = "2",
                        step = "0.05",
                        symbol = "\\beta",
                        when = "arms=vqGradient")
                double codebookWeight,
        @Parameter(
                        value = "0.25",
                        min = "0",
                        max = "2",
                        step = "0.05",
                        symbol = "\\gamma",
                        when = "arms=vqGradient|vqEma|vqEmaReset")
                double commitmentWeight,
        @Parameter(
                        value = "0.95",
                        min = "0",
                        max = "0.999",
                        step = "0.001",
                        symbol = "a",
                        when = "arms=vqEma|vqEmaReset")
                double decay,
        @Parameter(value = "10", min = "1", max = "1000", when = "arms=vqEmaReset") int period,
        @Parameter(value = "0.3", min = "0", max = "10", step = "0.01", when = "arms=vqEmaReset")
                double threshold,
        @Parameter(value = "64", min = "8", max = "256", scale = Parameter.Scale.LOG) int width,
        @Parameter(value = "2", min = "0", max = "4") int depth,
        @Parameter("false") boolean everyLayer,
        @Parameter(value = "600", min = "10", max = "5000", scale = Parameter.Scale.LOG) int steps,
        @Parameter(value = "64", min = "8", max = "256", scale = Parameter.Scale.LOG, symbol = "B")
                int batch,
        @Parameter(value = "0.006", min = "0.0001", max = "0.1", scale = Parameter.Scale.LOG)
                double rate,
        @Parameter(
                        value = "0000000000000000038004400040018000400440038000000000000000000000",
                        width = 16,
                        height = 16)
                Bitmap drawing,
        @Parameter(value = "1", seed = true) long seed) {
    /** Most multiplications of all arms, about two minutes on two cores. */
    private static final double MOST_WORK = 4e12;

    CompareParameters {
        arms = List.copyOf(arms);
        levels = List.copyOf(levels);
        ParameterSchema.check(
                CompareParameters.class,
                arms,
                data,
                levels,
                codes,
                dimension,
                codebookWeight,
                commitmentWeight,
                decay,
                period,
                threshold,
                width,
                depth,
                everyLayer,
                steps,
                batch,
                rate,
                drawing,
                seed);
        Refusals.arms("arms", arms);
        Refusals.levels("levels", levels, arms);
        if (arms.stream().anyMatch(Arm::isCodebook)) {
            Refusals.codes("codes", List.of(codes), data);
        }
        Refusals.everyLayer(everyLayer, "depth", depth);
        QuantiserSettings settings =
                new QuantiserSettings(
                        levels, codes, codebookWeight, commitmentWeight, decay, period, threshold);
        Architecture architecture = new Architecture(dimension, width, depth, everyLayer);
        TrainingPlan one = new TrainingPlan(data, architecture, settings, 1, batch, rate, seed);
        Refusals.steps(steps, arms.stream().mapToDouble(one::work).sum(), MOST_WORK);
    }

    /** What every arm is trained by. */
    TrainingPlan plan() {
        return new TrainingPlan(
                data,
                new Architecture(dimension, width, depth, everyLayer),
                new QuantiserSettings(
                        levels, codes, codebookWeight, commitmentWeight, decay, period, threshold),
                steps,
                batch,
                rate,
                seed);
    }

    /** Multiplications of all arms, about. */
    double work() {
        return arms.stream().mapToDouble(plan()::work).sum();
    }
}
