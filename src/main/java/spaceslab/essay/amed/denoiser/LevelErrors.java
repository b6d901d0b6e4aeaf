package spaceslab.essay.amed.denoiser;

import java.util.Optional;
import spaceslab.essay.amed.score.FiniteSet;
import spaceslab.essay.amed.score.GaussianMixture;
import spaceslab.essay.amed.score.SampleError;
import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * How well examples are recovered from noise, level by level: the root mean square of D(y + σ n; σ)
 * − y for examples that were trained on and for others, of the trained denoiser, of the ideal one
 * of the training set, and of the ideal one of the density where it is known. And how far the
 * trained denoiser is from the best reference there is.
 */
final class LevelErrors {
    private static final int LEVELS = 17;
    private static final double HIGHEST = 80;
    private static final double LOWEST = 0.005;
    private static final int MOST_ROWS = 512;

    private final FiniteSet ideal;
    private final Optional<GaussianMixture> density;
    private final DenoiserSet.Examples examples;
    private final SeededStreams streams;

    /**
     * @param ideal denoiser of the examples trained on
     * @param streams of the noises, one a level
     */
    LevelErrors(
            FiniteSet ideal,
            Optional<GaussianMixture> density,
            DenoiserSet.Examples examples,
            SeededStreams streams) {
        this.ideal = ideal;
        this.density = density;
        this.examples = examples;
        this.streams = streams;
    }

    /** One row and one point of each series a level. */
    void emit(ScoreModel trained, Emitter out, StopSignal stop) {
        double[] seen = first(examples.training());
        double[] unseen = first(examples.heldOut());
        double ratio = Math.pow(LOWEST / HIGHEST, 1.0 / (LEVELS - 1));
        for (int k = 0; k < LEVELS; k++) {
            stop.check();
            double sigma = HIGHEST * Math.pow(ratio, k);
            RandomStream stream = streams.stream(k);
            double[] noisySeen = noisy(seen, sigma, stream);
            double[] noisyUnseen = noisy(unseen, sigma, stream);
            double[] trainedUnseen = denoised(trained, noisyUnseen, sigma);
            double[] idealUnseen = denoised(ideal, noisyUnseen, sigma);
            double trainedOnSeen =
                    SampleError.rootMeanSquare(denoised(trained, noisySeen, sigma), seen);
            double trainedOnUnseen = SampleError.rootMeanSquare(trainedUnseen, unseen);
            double idealOnSeen =
                    SampleError.rootMeanSquare(denoised(ideal, noisySeen, sigma), seen);
            double idealOnUnseen = SampleError.rootMeanSquare(idealUnseen, unseen);
            out.point("denoising.trainedSeen", sigma, trainedOnSeen);
            out.point("denoising.trainedUnseen", sigma, trainedOnUnseen);
            out.point("denoising.idealSeen", sigma, idealOnSeen);
            out.point("denoising.idealUnseen", sigma, idealOnUnseen);
            double[] reference = idealUnseen;
            if (density.isPresent()) {
                reference = denoised(density.get(), noisyUnseen, sigma);
                out.point(
                        "denoising.density", sigma, SampleError.rootMeanSquare(reference, unseen));
                out.point("gap.ideal", sigma, SampleError.rootMeanSquare(idealUnseen, reference));
            }
            double gap = SampleError.rootMeanSquare(trainedUnseen, reference);
            out.point("gap.trained", sigma, gap);
            out.row(
                    "levels",
                    sigma,
                    trainedOnSeen,
                    trainedOnUnseen,
                    idealOnSeen,
                    idealOnUnseen,
                    gap);
        }
    }

    private double[] first(double[] rows) {
        return java.util.Arrays.copyOf(rows, Math.min(rows.length, MOST_ROWS * ideal.dimension()));
    }

    private static double[] noisy(double[] clean, double sigma, RandomStream stream) {
        double[] noisy = clean.clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += sigma * stream.nextGaussian();
        }
        return noisy;
    }

    private static double[] denoised(ScoreModel model, double[] x, double sigma) {
        double[] denoised = new double[x.length];
        model.denoise(x, sigma, denoised);
        return denoised;
    }
}
