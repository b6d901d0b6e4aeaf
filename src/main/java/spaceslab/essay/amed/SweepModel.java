package spaceslab.essay.amed;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import spaceslab.essay.amed.denoiser.ShippedDenoiser;
import spaceslab.essay.amed.score.FiniteSet;
import spaceslab.essay.amed.score.Gaussian;
import spaceslab.essay.amed.score.GaussianMixture;
import spaceslab.essay.amed.score.PlaneDensity;
import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.learning.data.FashionMnist;
import spaceslab.learning.data.GlyphDigits;
import spaceslab.learning.data.ImageSet;
import spaceslab.learning.data.OpticalDigits;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/** What samplers are compared on. */
public enum SweepModel {
    /** Eight components of the plane. */
    RING(2, 8),
    GRID(2, 9),
    SPIRAL(2, 24),
    /** Sixteen components of any dimension. */
    MIXTURE(0, 16),
    /** One Gaussian of any dimension, variances from 10 down to 10⁻⁴. */
    GAUSSIAN(0, 1),
    /** The ideal denoiser of 1,200 digits of 16×16. */
    GLYPH_DIGITS(256, 1200),
    /** The ideal denoiser of 1,797 handwritten digits of 8×8. */
    OPTICAL_DIGITS(64, 1797),
    /** The ideal denoiser of 1,200 pictures of clothes, 28×28. */
    FASHION(784, 1200),
    /** A denoiser trained on points of the ring. */
    TRAINED_RING(2, 1700),
    /** A denoiser trained on 1,500 of the handwritten digits. */
    TRAINED_DIGITS(64, 1760);

    private static final double DEVIATION = 0.1;
    private static final double SPREAD = 0.5;
    private static final int CLOTHES_PER_CLASS = 120;

    private final int dimension;
    private final int components;

    SweepModel(int dimension, int components) {
        this.dimension = dimension;
        this.components = components;
    }

    /** d, which a visitor chooses for some. */
    int dimension(int chosen) {
        return dimension == 0 ? chosen : dimension;
    }

    /** K or N; of a trained denoiser, how many of them would cost as much. */
    int components() {
        return components;
    }

    /**
     * The model.
     *
     * @param chosen dimension, where it can be chosen
     * @param streams of the components' places
     */
    ScoreModel model(int chosen, SeededStreams streams) {
        return switch (this) {
            case RING -> PlaneDensity.RING.model(List.of(), new double[0], DEVIATION);
            case GRID -> PlaneDensity.GRID.model(List.of(), new double[0], DEVIATION);
            case SPIRAL -> PlaneDensity.SPIRAL.model(List.of(), new double[0], DEVIATION);
            case MIXTURE -> mixture(chosen, streams);
            case GAUSSIAN -> gaussian(chosen);
            case GLYPH_DIGITS, OPTICAL_DIGITS, FASHION -> FiniteSet.of(images().orElseThrow());
            case TRAINED_RING -> ShippedDenoiser.RING.model();
            case TRAINED_DIGITS -> ShippedDenoiser.OPTICAL_DIGITS.model();
        };
    }

    /** The images, where the model is one of images. */
    Optional<ImageSet> images() {
        return switch (this) {
            case RING, GRID, SPIRAL, MIXTURE, GAUSSIAN, TRAINED_RING -> Optional.empty();
            case GLYPH_DIGITS -> Optional.of(GlyphDigits.all());
            case OPTICAL_DIGITS, TRAINED_DIGITS -> Optional.of(OpticalDigits.all());
            case FASHION -> Optional.of(clothes());
        };
    }

    /**
     * Which image or component each row is nearest to, where there are such: of a trained denoiser
     * those of what it was trained on.
     *
     * @param model as made by {@link #model}
     */
    Optional<Function<double[], int[]>> landmarks(ScoreModel model) {
        return switch (this) {
            case GAUSSIAN -> Optional.empty();
            case RING, GRID, SPIRAL, MIXTURE -> Optional.of(((GaussianMixture) model)::nearest);
            case TRAINED_RING -> RING.landmarks(RING.model(2, new SeededStreams(0)));
            case GLYPH_DIGITS, OPTICAL_DIGITS, FASHION -> Optional.of(((FiniteSet) model)::nearest);
            case TRAINED_DIGITS -> Optional.of(FiniteSet.of(OpticalDigits.all())::nearest);
        };
    }

    private static GaussianMixture mixture(int d, SeededStreams streams) {
        double[][] means = new double[MIXTURE.components][d];
        for (int k = 0; k < means.length; k++) {
            RandomStream stream = streams.stream(k);
            Arrays.setAll(means[k], i -> SPREAD * stream.nextGaussian());
        }
        return GaussianMixture.even(means, DEVIATION);
    }

    private static Gaussian gaussian(int d) {
        double[] variances = new double[d];
        Arrays.setAll(variances, i -> 10 * Math.pow(1e-5, d == 1 ? 0 : i / (d - 1.0)));
        return new Gaussian(new double[d], variances);
    }

    private static ImageSet clothes() {
        ImageSet all = FashionMnist.train();
        return all.select(
                IntStream.range(0, 10)
                        .flatMap(label ->
                                IntStream.range(0, all.size())
                                        .filter(image -> all.label(image) == label)
                                        .limit(CLOTHES_PER_CLASS))
                        .toArray());
    }
}
