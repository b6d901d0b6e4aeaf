package spaceslab.learning.quantisation;

import org.jspecify.annotations.Nullable;
import spaceslab.learning.Precision;
import spaceslab.learning.StraightThroughEstimator;
import spaceslab.learning.Tensor;
import spaceslab.learning.TensorScope;
import spaceslab.numerics.SeededStreams;
import spaceslab.numerics.quantisation.MovingAverageCodebook;

/**
 * Vector quantisation whose codes are moving averages of what was assigned to them
 * (arXiv:1906.00446), see {@link MovingAverageCodebook}; the encoder is held to its codes by γ·mean
 * |z − sg e_k|². Codes that fall out of use can be put onto vectors of the batch. O(n·K·D) a step.
 */
public final class AveragedCodebook implements Quantiser {
    /**
     * When and which codes are replaced.
     *
     * @param period after every so many steps; 0 for never
     * @param threshold codes whose averaged count is below this
     * @param streams the reset after step s draws from stream s
     */
    public record Reset(int period, double threshold, SeededStreams streams) {
        public Reset {
            if (period < 0 || !(threshold >= 0)) {
                throw new IllegalArgumentException(
                        "period (%s) and threshold (%s) must not be negative"
                                .formatted(period, threshold));
            }
        }

        /** No code is ever replaced. */
        public static Reset never() {
            return new Reset(0, 0, new SeededStreams(0));
        }
    }

    private record Batch(double[][] z, int[] codes) {}

    private final double commitmentWeight;
    private final Reset reset;
    private final Tensor codebook;
    private MovingAverageCodebook average;
    private @Nullable Batch last;

    /**
     * @param start the codes at first, with decay and smoothing
     * @param commitmentWeight γ
     */
    public AveragedCodebook(
            Precision precision,
            MovingAverageCodebook start,
            double commitmentWeight,
            Reset reset) {
        this.average = start;
        this.commitmentWeight = commitmentWeight;
        this.reset = reset;
        this.codebook = tensor(precision);
    }

    private Tensor tensor(Precision precision) {
        double[][] codes = average.codebook().codes();
        return Tensor.of(precision, NearestCode.flat(codes), codes.length, codes[0].length);
    }

    @Override
    public int size() {
        return Math.toIntExact(codebook.size(0));
    }

    @Override
    public Quantised apply(Tensor z) {
        Tensor codes = NearestCode.of(z, codebook);
        Tensor nearest = vectors(codes);
        return new Quantised(
                StraightThroughEstimator.of(z, nearest),
                codes,
                NearestCode.distortion(z, nearest).times(commitmentWeight));
    }

    @Override
    public Quantised train(Tensor z) {
        Quantised quantised = apply(z);
        last = new Batch(rows(z), quantised.codes().toInts());
        return quantised;
    }

    private static double[][] rows(Tensor z) {
        double[] flat = z.toDoubles();
        int dimension = Math.toIntExact(z.size(1));
        double[][] rows = new double[flat.length / dimension][dimension];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(flat, i * dimension, rows[i], 0, dimension);
        }
        return rows;
    }

    @Override
    public void afterStep(int step) {
        Batch batch = last;
        if (batch == null) {
            return;
        }
        last = null;
        average = average.updated(batch.z(), batch.codes());
        if (reset.period() > 0 && (step + 1) % reset.period() == 0) {
            average = average.reset(batch.z(), reset.threshold(), reset.streams().stream(step));
        }
        try (TensorScope scope = TensorScope.evaluation()) {
            codebook.assign(tensor(codebook.precision()));
        }
    }

    /** The averages now. */
    public MovingAverageCodebook average() {
        return average;
    }

    @Override
    public Tensor vectors(Tensor codes) {
        return codebook.rows(codes);
    }
}
