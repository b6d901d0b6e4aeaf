package spaceslab.essay.pretraining.transfer;

import java.util.HashSet;
import java.util.List;
import spaceslab.essay.pretraining.task.Stripes;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of training a model twice on the stripes task, from scratch and after self-pretraining.
 *
 * @param positions of the Transformer
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
        @Parameter("learned") Positions positions,
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
        @Parameter(value = "1,2", min = "0", max = "999999999", maxItems = 4) List<Integer> seeds) {
    static final int BATCH = 32;
    static final int HEADS = 4;

    /** Multiplications of all steps together, about three minutes. */
    private static final double MOST_WORK = 6e12;

    TransferParameters {
        seeds = List.copyOf(seeds);
        ParameterSchema.check(
                TransferParameters.class,
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
            throw refused("images", images, "32 … " + (int) different);
        }
        if (width % (2 * HEADS) != 0) {
            throw refused("width", width, "8, 16, 24, 32, 40, 48");
        }
        if (new HashSet<>(seeds).size() < seeds.size()) {
            throw new InvalidParameters(
                    new Violation("seeds", seeds.toString(), "twice", "1–4 × [0 … 999999999]"));
        }
        double perStep = work(size, width, layers);
        int most = (int) (MOST_WORK / perStep / (2 * seeds.size())) - pretraining;
        if (tuning > most) {
            throw most < 50
                    ? refused(
                            "pretraining",
                            pretraining,
                            "50 … " + Math.max(50, pretraining + most - 50))
                    : refused("tuning", tuning, "50 … " + most);
        }
    }

    private static InvalidParameters refused(String parameter, int value, String allowed) {
        return new InvalidParameters(
                new Violation(parameter, Integer.toString(value), "range", allowed));
    }

    /** Multiplications of a step forwards and backwards, about. */
    private static double work(int size, int width, int layers) {
        double time = (double) size * size;
        return 3 * BATCH * layers * time * width * (12.0 * width + 2 * time);
    }

    /** Multiplications of both arms for all seeds. */
    double work() {
        return 2.0 * seeds.size() * total() * work(size, width, layers);
    }

    Stripes task() {
        return new Stripes(size, flip);
    }

    /** Steps of each arm. */
    int total() {
        return pretraining + tuning;
    }

    int time() {
        return size * size;
    }
}
