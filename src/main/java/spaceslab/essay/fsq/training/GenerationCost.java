package spaceslab.essay.fsq.training;

import spaceslab.experiment.Cost;

/**
 * What a run will take: multiplications of both stages, of the looks and samples in between and of
 * the search for nearest pictures, at speeds measured on the reference machine. The arms run at the
 * same time, so the slower one counts.
 */
final class GenerationCost {
    private static final double TOKENISER_SPEED = 2.5e10;
    private static final double MODEL_SPEED = 1.5e10;
    private static final double JUDGE_SPEED = 3e9;
    private static final double OVERHEAD = 2;
    private static final long FIXED_BYTES = 60_000_000;
    private static final int BATCH = SequenceTraining.LARGEST_BATCH;

    private final GenerationParameters parameters;
    private final Pictures data;

    private GenerationCost(GenerationParameters parameters) {
        this.parameters = parameters;
        this.data = parameters.data();
    }

    static Cost of(GenerationParameters parameters) {
        GenerationCost cost = new GenerationCost(parameters);
        return new Cost(
                OVERHEAD
                        + cost.judging()
                        + Math.max(cost.arm(parameters.first()), cost.arm(parameters.second())),
                cost.bytes());
    }

    private int codes(Arm arm) {
        return parameters.plan().quantiser().size(arm);
    }

    private double arm(Arm arm) {
        TrainingPlan plan = parameters.plan();
        double width = parameters.width();
        double weights = 12 * width * width * parameters.layers() + width * codes(arm);
        return plan.work(arm) / TOKENISER_SPEED + integers() * weights / MODEL_SPEED;
    }

    /** How many integers pass the Transformer, a backward pass counted twice. */
    private double integers() {
        double places = data.places();
        double looked = data.heldOutSize() + GenerationData.VALIDATION * data.trainingSize();
        double prefixes = places * (places + 1) / 2;
        return 3.0 * BATCH * parameters.modelSteps() * places
                + SequenceTraining.LOOKS * looked * places
                + 5.0 * GenerationData.CLASSES * parameters.samples() * prefixes;
    }

    private double judging() {
        double judged =
                8.0 * GenerationData.CLASSES * parameters.samples() + 2.0 * data.heldOutSize();
        return judged * data.trainingSize() * data.pixels() / JUDGE_SPEED;
    }

    /** Pictures, and the activations of a step of both arms. */
    private long bytes() {
        long pictures = 12L * (data.trainingSize() + data.heldOutSize()) * data.pixels();
        long scores = 3L * Math.max(codes(parameters.first()), codes(parameters.second()));
        long hidden = 40L * parameters.width() * parameters.layers();
        return FIXED_BYTES + pictures + 8L * BATCH * data.places() * (scores + hidden);
    }
}
