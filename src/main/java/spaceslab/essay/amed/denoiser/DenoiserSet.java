package spaceslab.essay.amed.denoiser;

import java.util.List;
import java.util.Optional;
import spaceslab.essay.amed.score.FiniteSet;
import spaceslab.essay.amed.score.GaussianMixture;
import spaceslab.essay.amed.score.PlaneDensity;
import spaceslab.learning.data.Batches;
import spaceslab.learning.data.GlyphDigits;
import spaceslab.learning.data.ImageSet;
import spaceslab.learning.data.OpticalDigits;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/** What a denoiser is trained on. */
public enum DenoiserSet {
    /** Eight components of width 0.1 on the unit circle. */
    RING(2, 5000, 2000),
    /** Nine components, three by three. */
    GRID(2, 5000, 2000),
    /** Twenty-four components along a spiral. */
    SPIRAL(2, 5000, 2000),
    /** Handwritten digits of 8×8; 297 of 1,797 are held out. */
    OPTICAL_DIGITS(64, 1500, 297),
    /** Digits of 16×16 at all shifts; 200 of 1,200 are held out. */
    GLYPH_DIGITS(256, 1000, 200);

    private static final double DEVIATION = 0.1;
    private static final long TRAINING = 0;
    private static final long HELD_OUT = 1;

    private final int dimension;
    private final int most;
    private final int heldOut;

    DenoiserSet(int dimension, int most, int heldOut) {
        this.dimension = dimension;
        this.most = most;
        this.heldOut = heldOut;
    }

    /** d. */
    public int dimension() {
        return dimension;
    }

    /** Most examples to train on. */
    int most() {
        return most;
    }

    /** How many are held out. */
    int heldOut() {
        return heldOut;
    }

    /** The density, where it is known. */
    Optional<GaussianMixture> density() {
        return switch (this) {
            case RING -> Optional.of(mixture(PlaneDensity.RING));
            case GRID -> Optional.of(mixture(PlaneDensity.GRID));
            case SPIRAL -> Optional.of(mixture(PlaneDensity.SPIRAL));
            case OPTICAL_DIGITS, GLYPH_DIGITS -> Optional.empty();
        };
    }

    /** The pictures, where they are such. */
    Optional<ImageSet> pictures() {
        return switch (this) {
            case RING, GRID, SPIRAL -> Optional.empty();
            case OPTICAL_DIGITS -> Optional.of(OpticalDigits.all());
            case GLYPH_DIGITS -> Optional.of(GlyphDigits.all());
        };
    }

    /**
     * Examples to train on and others to test with.
     *
     * @param training rows of d numbers
     * @param heldOut the same, of the same source, none of them trained on
     */
    record Examples(double[] training, double[] heldOut) {}

    /** Draws, or divides, the examples. */
    Examples examples(int count, SeededStreams streams) {
        Optional<ImageSet> pictures = pictures();
        if (pictures.isEmpty()) {
            return new Examples(
                    drawn(count, streams.stream(TRAINING)),
                    drawn(heldOut, streams.stream(HELD_OUT)));
        }
        ImageSet all = pictures.get();
        int[] order = new Batches(all.size(), 1, streams).epoch(0);
        int[] training = java.util.Arrays.copyOfRange(order, heldOut, heldOut + count);
        int[] others = java.util.Arrays.copyOf(order, heldOut);
        return new Examples(
                FiniteSet.points(all.select(training)), FiniteSet.points(all.select(others)));
    }

    /** Points of the density; component i mod K, so that all are there evenly. */
    private double[] drawn(int count, RandomStream stream) {
        double[][] centres = plane().centres(List.of());
        double[] points = new double[2 * count];
        for (int i = 0; i < points.length; i++) {
            points[i] = centres[i / 2 % centres.length][i % 2] + DEVIATION * stream.nextGaussian();
        }
        return points;
    }

    private PlaneDensity plane() {
        return PlaneDensity.valueOf(name());
    }

    private static GaussianMixture mixture(PlaneDensity density) {
        return GaussianMixture.even(density.centres(List.of()), DEVIATION);
    }
}
