package spaceslab.essay.pretraining.training;

/**
 * What both arms of every seed share.
 *
 * @param sizes of the model
 * @param objective of self-pretraining
 * @param mask share of masked tokens
 * @param pretraining steps on inputs
 * @param tuning steps on labels after them; from scratch takes the sum of both
 * @param pretrainingRate step size on inputs
 * @param rate step size on labels
 */
public record TrainingPlan(
        ModelSizes sizes,
        Objective objective,
        double mask,
        int pretraining,
        int tuning,
        double pretrainingRate,
        double rate) {
    private static final double SECONDS_PER_STEP = 3.5e-3;
    private static final double SECONDS_PER_MULTIPLICATION = 6e-11;

    /** Sequences of a step. */
    public static final int BATCH = 32;

    /** Steps of each arm. */
    public int total() {
        return pretraining + tuning;
    }

    /** Seconds of so many arms on the reference machine, two at a time, about. */
    public double seconds(int arms) {
        double work = sizes.work(BATCH);
        return arms * total() * (SECONDS_PER_STEP + SECONDS_PER_MULTIPLICATION * work);
    }

    /** Native bytes of an arm that is tested with {@code test} sequences, about. */
    public long bytes(int test) {
        long time = sizes.time();
        long activations =
                Math.min(test, ArmRun.CHUNK)
                        * time
                        * (24L * sizes.width() * sizes.layers() + 6L * sizes.levels());
        return Float.BYTES * (activations + 200L * ModelSizes.HEADS * time * time);
    }
}
