package spaceslab.essay.pretraining.text;

import java.util.List;
import spaceslab.essay.pretraining.training.Architecture;
import spaceslab.essay.pretraining.training.ModelSizes;
import spaceslab.essay.pretraining.training.Objective;
import spaceslab.essay.pretraining.training.Positions;
import spaceslab.essay.pretraining.training.TrainingLimits;
import spaceslab.essay.pretraining.training.TrainingPlan;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;

/**
 * Of training a model twice on bytes of text, from scratch and after self-pretraining.
 *
 * @param task the two kinds of texts
 * @param model what mixes positions; attention is told learned ones
 * @param objective of self-pretraining
 * @param examples N with labels
 * @param mask share of masked bytes
 * @param width d of the model, a multiple of 8
 * @param layers of the model
 * @param pretraining steps on inputs
 * @param tuning steps on labels after them; from scratch takes the sum of both
 * @param pretrainingRate step size on inputs
 * @param rate step size on labels
 * @param seeds of data, weights and batches, a run of both arms each
 */
record TextParameters(
        @Parameter("couplets") TextTask task,
        @Parameter("transformer") Architecture model,
        @Parameter("masked") Objective objective,
        @Parameter(
                        value = "4000",
                        min = "100",
                        max = "6000",
                        scale = Parameter.Scale.LOG,
                        symbol = "N")
                int examples,
        @Parameter(
                        value = "0.15",
                        min = "0.05",
                        max = "0.9",
                        step = "0.05",
                        symbol = "r",
                        when = "objective=masked")
                double mask,
        @Parameter(value = "32", min = "8", max = "48", step = "8", symbol = "d") int width,
        @Parameter(value = "2", min = "1", max = "3") int layers,
        @Parameter(value = "600", min = "50", max = "3000", step = "50") int pretraining,
        @Parameter(value = "300", min = "50", max = "3000", step = "50") int tuning,
        @Parameter(value = "0.002", min = "0.0001", max = "0.01", scale = Parameter.Scale.LOG)
                double pretrainingRate,
        @Parameter(value = "0.002", min = "0.0001", max = "0.01", scale = Parameter.Scale.LOG)
                double rate,
        @Parameter(value = "1,2", min = "0", max = "999999999", maxItems = 4) List<Integer> seeds) {
    /** Examples that no arm trains on. */
    static final int TEST = 500;

    TextParameters {
        seeds = List.copyOf(seeds);
        ParameterSchema.check(
                TextParameters.class,
                task,
                model,
                objective,
                examples,
                mask,
                width,
                layers,
                pretraining,
                tuning,
                pretrainingRate,
                rate,
                seeds);
        int most = task.most() - TEST;
        if (examples > most) {
            throw TrainingLimits.outside("examples", examples, "100 … " + most);
        }
        TrainingLimits.checkWidth(width);
        TrainingLimits.checkSeeds(seeds);
        ModelSizes sizes = sizes(model, objective, width, layers);
        TrainingLimits.checkSteps(
                2 * seeds.size() * sizes.work(TrainingPlan.BATCH), pretraining, tuning);
    }

    private static ModelSizes sizes(
            Architecture model, Objective objective, int width, int layers) {
        return new ModelSizes(
                model,
                Positions.LEARNED,
                objective == Objective.CAUSAL,
                TextTask.LEVELS,
                1,
                TextTask.TIME,
                width,
                layers);
    }

    TrainingPlan plan() {
        return new TrainingPlan(
                sizes(model, objective, width, layers),
                objective,
                mask,
                pretraining,
                tuning,
                pretrainingRate,
                rate);
    }
}
