package spaceslab.essay.pretraining.scale;

import java.util.HashSet;
import java.util.List;
import spaceslab.essay.pretraining.task.Stripes;
import spaceslab.essay.pretraining.training.Architecture;
import spaceslab.essay.pretraining.training.ModelSizes;
import spaceslab.essay.pretraining.training.Objective;
import spaceslab.essay.pretraining.training.Positions;
import spaceslab.essay.pretraining.training.TrainingLimits;
import spaceslab.essay.pretraining.training.TrainingPlan;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of training both arms on more and more of the same stripes pictures, the same number of steps.
 *
 * @param model what mixes positions; attention is told learned ones
 * @param images N of each comparison; smaller sets are the beginning of larger ones
 * @param size S, pixels of a side
 * @param flip q of the stripes
 * @param mask share of masked pixels in self-pretraining
 * @param width d of the model, a multiple of 8
 * @param pretraining steps on inputs
 * @param tuning steps on labels after them; from scratch takes the sum of both
 * @param seeds of data, weights and batches
 */
record DataScaleParameters(
        @Parameter("transformer") Architecture model,
        @Parameter(
                        value = "50,150,500",
                        min = "32",
                        max = "2000",
                        scale = Parameter.Scale.LOG,
                        maxItems = 5,
                        symbol = "N")
                List<Integer> images,
        @Parameter(value = "8", min = "4", max = "10", symbol = "S") int size,
        @Parameter(value = "0.1", min = "0.05", max = "0.3", step = "0.01", symbol = "q")
                double flip,
        @Parameter(value = "0.3", min = "0.05", max = "0.9", step = "0.05", symbol = "r")
                double mask,
        @Parameter(value = "24", min = "8", max = "48", step = "8", symbol = "d") int width,
        @Parameter(value = "800", min = "50", max = "3000", step = "50") int pretraining,
        @Parameter(value = "100", min = "50", max = "3000", step = "50") int tuning,
        @Parameter(value = "1,2", min = "0", max = "999999999", maxItems = 4) List<Integer> seeds) {
    /** Pictures that no arm trains on. */
    static final int TEST = 500;

    private static final int LAYERS = 2;
    private static final int LEVELS = 2;
    private static final double PRETRAINING_RATE = 2e-3;
    private static final double RATE = 1e-3;

    DataScaleParameters {
        images = List.copyOf(images);
        seeds = List.copyOf(seeds);
        ParameterSchema.check(
                DataScaleParameters.class,
                model,
                images,
                size,
                flip,
                mask,
                width,
                pretraining,
                tuning,
                seeds);
        if (new HashSet<>(images).size() < images.size()) {
            throw new InvalidParameters(
                    new Violation("images", images.toString(), "twice", "1–5 × [32 … 2000]"));
        }
        TrainingLimits.checkWidth(width);
        TrainingLimits.checkSeeds(seeds);
        TrainingLimits.checkSteps(
                2
                        * seeds.size()
                        * images.size()
                        * sizes(model, size, width).work(TrainingPlan.BATCH),
                pretraining,
                tuning);
    }

    private static ModelSizes sizes(Architecture model, int size, int width) {
        return new ModelSizes(model, Positions.LEARNED, false, LEVELS, size, size, width, LAYERS);
    }

    TrainingPlan plan() {
        return new TrainingPlan(
                sizes(model, size, width),
                Objective.MASKED,
                mask,
                pretraining,
                tuning,
                PRETRAINING_RATE,
                RATE);
    }

    Stripes stripes() {
        return new Stripes(size, flip);
    }

    /** N in ascending order. */
    List<Integer> ascending() {
        return images.stream().sorted().toList();
    }
}
