package spaceslab.essay.pretraining.training;

/**
 * What a model is made of.
 *
 * @param architecture that mixes positions
 * @param positions told to attention
 * @param causal whether nothing later is seen
 * @param levels different tokens, the mask not counted
 * @param rows of the sequence read as a picture; 1 where it is none
 * @param columns of a row
 * @param width d, a multiple of twice the heads
 * @param layers blocks
 */
public record ModelSizes(
        Architecture architecture,
        Positions positions,
        boolean causal,
        int levels,
        int rows,
        int columns,
        int width,
        int layers) {
    /** Of attention. */
    public static final int HEADS = 4;

    /** Positions of a sequence. */
    public int time() {
        return rows * columns;
    }

    /** Multiplications of a training step of {@code batch} sequences, about. */
    public double work(int batch) {
        double mixing = architecture.attends() ? 2.0 * time() : 0;
        double recurrence =
                architecture.start().isPresent() ? 20 * Math.log(2.0 * time()) / Math.log(2) : 0;
        double perToken = layers * width * (12.0 * width + mixing + recurrence);
        return 3.0 * batch * time() * (perToken + (double) width * levels);
    }
}
