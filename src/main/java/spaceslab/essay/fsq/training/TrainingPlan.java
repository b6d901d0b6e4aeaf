package spaceslab.essay.fsq.training;

/**
 * How a tokeniser is trained.
 *
 * @param data pictures
 * @param architecture of encoder and decoder
 * @param quantiser settings of all arms
 * @param steps of Adam
 * @param batch pictures of a step
 * @param rate of the first steps; it falls to a tenth along half a cosine
 * @param seed of weights, codes, batches and resets: the same for all arms
 */
public record TrainingPlan(
        Pictures data,
        Architecture architecture,
        QuantiserSettings quantiser,
        int steps,
        int batch,
        double rate,
        long seed) {
    /** The same with another encoder and decoder. */
    public TrainingPlan with(Architecture other) {
        return new TrainingPlan(data, other, quantiser, steps, batch, rate, seed);
    }

    /** The same with other quantisers. */
    public TrainingPlan with(QuantiserSettings other) {
        return new TrainingPlan(data, architecture, other, steps, batch, rate, seed);
    }

    /** Of each code and coordinate: distance, the smallest of all, the average moved. */
    private static final double CODEBOOK = 3;

    private static final double ROUNDING = 8;

    /** Multiplications by weights and codes of a whole training of an arm, about. */
    public double work(Arm arm) {
        int w = architecture.width();
        int d = architecture.dimension();
        int patch = data.patch() * data.patch();
        int depth = architecture.depth();
        double network =
                depth == 0
                        ? 2.0 * patch * d
                        : 2.0 * (patch * w + 9.0 * (depth - 1) * w * w + w * d);
        double codes = arm.isCodebook() ? CODEBOOK * quantiser.codes() : ROUNDING;
        double quantisers = codes * (d + (architecture.everyLayer() ? 2.0 * depth * w : 0));
        return steps * (double) batch * data.places() * (3 * network + quantisers);
    }
}
