package spaceslab.essay.pretraining.transfer;

import java.util.List;
import spaceslab.essay.pretraining.task.Stripes;
import spaceslab.essay.pretraining.training.Architecture;
import spaceslab.essay.pretraining.training.ModelSizes;
import spaceslab.essay.pretraining.training.Objective;
import spaceslab.essay.pretraining.training.Positions;
import spaceslab.essay.pretraining.training.TrainingLimits;
import spaceslab.essay.pretraining.training.TrainingPlan;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;

/**
 * Of training a model twice on the stripes task, from scratch and after self-pretraining.
 *
 * @param model what mixes positions
 * @param positions told to attention
 * @param objective of self-pretraining
 * @param size S, pixels of a side
 * @param flip q of the stripes
 * @param images N with labels; no more than there are different ones
 * @param mask share of masked pixels
 * @param width d of the model, a multiple of 8
 * @param layers of the model
 * @param pretraining steps on inputs
 * @param tuning steps on labels after them; from scratch takes the sum of both
 * @param pretrainingRate step size on inputs
 * @param rate step size on labels
 * @param seeds of data, weights and batches, a run of both arms each
 */
record TransferParameters(
        @Parameter("transformer") Architecture model,
        @Parameter(value = "learned", when = "model=transformer|averaged") Positions positions,
        @Parameter("masked") Objective objective,
        @Parameter(value = "8", min = "3", max = "10", symbol = "S") int size,
        @Parameter(value = "0.1", min = "0.05", max = "0.3", step = "0.01", symbol = "q")
                double flip,
        @Parameter(
                        value = "150",
                        min = "32",
                        max = "2000",
                        scale = Parameter.Scale.LOG,
                        symbol = "N")
                int images,
        @Parameter(
                        value = "0.3",
                        min = "0.05",
                        max = "0.9",
                        step = "0.05",
                        symbol = "r",
                        when = "objective=masked")
                double mask,
        @Parameter(value = "24", min = "8", max = "48", step = "8", symbol = "d") int width,
        @Parameter(value = "2", min = "1", max = "3") int layers,
        @Parameter(value = "1500", min = "50", max = "3000", step = "50") int pretraining,
        @Parameter(value = "300", min = "50", max = "3000", step = "50") int tuning,
        @Parameter(value = "0.002", min = "0.0001", max = "0.01", scale = Parameter.Scale.LOG)
                double pretrainingRate,
        @Parameter(value = "0.001", min = "0.0001", max = "0.01", scale = Parameter.Scale.LOG)
                double rate,
        @Parameter(value = "1,2,3,4", min = "0", max = "999999999", maxItems = 4)
                List<Integer> seeds) {
    /** Of a pixel. */
    static final int LEVELS = 2;

    TransferParameters {
        seeds = List.copyOf(seeds);
        ParameterSchema.check(
                TransferParameters.class,
                model,
                positions,
                objective,
                size,
                flip,
                images,
                mask,
                width,
                layers,
                pretraining,
                tuning,
                pretrainingRate,
                rate,
                seeds);
        double different = Math.pow(2, size * size);
        if (images > different) {
            throw TrainingLimits.outside("images", images, "32 … " + (int) different);
        }
        TrainingLimits.checkWidth(width);
        TrainingLimits.checkSeeds(seeds);
        ModelSizes sizes = sizes(model, positions, objective, size, width, layers);
        TrainingLimits.checkSteps(
                2 * seeds.size() * sizes.work(TrainingPlan.BATCH), pretraining, tuning);
    }

    private static ModelSizes sizes(
            Architecture model,
            Positions positions,
            Objective objective,
            int size,
            int width,
            int layers) {
        boolean causal = objective == Objective.CAUSAL;
        return new ModelSizes(model, positions, causal, LEVELS, size, size, width, layers);
    }

    TrainingPlan plan() {
        return new TrainingPlan(
                sizes(model, positions, objective, size, width, layers),
                objective,
                mask,
                pretraining,
                tuning,
                pretrainingRate,
                rate);
    }

    Stripes stripes() {
        return new Stripes(size, flip);
    }

    /** Steps of each arm. */
    int total() {
        return pretraining + tuning;
    }
}
