package spaceslab.essay.amed.denoiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import spaceslab.essay.amed.score.GaussianMixture;
import spaceslab.essay.amed.score.SampleError;
import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;
import spaceslab.learning.TensorScope;
import spaceslab.learning.Weights;
import spaceslab.learning.WeightsFile;
import spaceslab.learning.WeightsFile.Stored;
import spaceslab.numerics.SeededStreams;

class TrainedDenoiserTest {
    private static List<Stored> stored(Weights weights) {
        return weights.all().stream()
                .map(w -> new Stored(w.name(), w.tensor().shape(), w.tensor().toFloats()))
                .toList();
    }

    private static double[] denoised(ScoreModel model, double[] x, double sigma) {
        double[] denoised = new double[x.length];
        model.denoise(x, sigma, denoised);
        return denoised;
    }

    /** To float32's digits, at every level, also where the rows are spread over threads. */
    @Test
    void theForwardPassInJavaIsTheEngines() {
        SplittableRandom random = Seeds.stream("forward pass");
        Preconditioning preconditioning = new Preconditioning(0.5);
        for (int rows : new int[] {1, 5, 300}) {
            double[] x = random.doubles(rows * 7L, -3, 3).toArray();
            double sigma = Math.exp(random.nextDouble(-6, 4.3));
            try (TensorScope scope = TensorScope.root(StopSignal.never())) {
                Weights weights =
                        Weights.of(new SeededStreams(random.nextLong()), Precision.FLOAT32);
                PreconditionedMlp mlp = new PreconditionedMlp(preconditioning, weights, 7, 60);
                double[] sigmas = new double[rows];
                Arrays.fill(sigmas, sigma);
                double[] engine =
                        mlp.denoise(Tensor.of(Precision.FLOAT32, x, rows, 7), sigmas).toDoubles();
                double[] java =
                        denoised(new TrainedDenoiser(preconditioning, stored(weights)), x, sigma);
                for (int i = 0; i < x.length; i++) {
                    assertThat(java[i]).isCloseTo(engine[i], within(4e-6));
                }
            }
        }
    }

    @Test
    void refusesWeightsThatAreNoNetwork() {
        Preconditioning p = new Preconditioning(0.5);
        Stored matrix = new Stored("a", new long[] {2, 3}, new float[6]);
        Stored shift = new Stored("b", new long[] {2}, new float[2]);
        assertThat(new TrainedDenoiser(p, List.of(matrix, shift)).dimension()).isEqualTo(2);
        assertThatThrownBy(() -> new TrainedDenoiser(p, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        Stored wrong = new Stored("c", new long[] {3}, new float[3]);
        assertThatThrownBy(() -> new TrainedDenoiser(p, List.of(matrix, wrong)))
                .hasMessageContaining("a [2, 3] and c [3]");
        assertThatThrownBy(() -> new TrainedDenoiser(p, List.of(matrix, shift, matrix, shift)))
                .hasMessageContaining("does not follow");
        Stored square = new Stored("d", new long[] {2, 2}, new float[4]);
        assertThatThrownBy(() -> new TrainedDenoiser(p, List.of(square, shift)))
                .hasMessageContaining("d + 1");
    }

    /** What is shipped was trained by this code: trained again it computes the same. */
    @Test
    void theShippedRingIsWhatTrainingGives() throws IOException {
        sameAgain(ShippedDenoiser.RING);
    }

    @Test
    @Tag("soak")
    void theShippedDigitsAreWhatTrainingGives() throws IOException {
        sameAgain(ShippedDenoiser.OPTICAL_DIGITS);
    }

    private static void sameAgain(ShippedDenoiser shipped) throws IOException {
        byte[] file = shipped.train(StopSignal.never());
        TrainedDenoiser again =
                new TrainedDenoiser(
                        new Preconditioning(0.5), WeightsFile.read(new ByteArrayInputStream(file)));
        double[] x = Seeds.stream("shipped").doubles(64L * again.dimension(), -1, 1).toArray();
        for (double sigma : new double[] {0.05, 0.3, 2}) {
            double[] one = denoised(shipped.model(), x, sigma);
            assertThat(SampleError.rootMeanSquare(denoised(again, x, sigma), one))
                    .as("at %s", sigma)
                    .isLessThan(0.02);
        }
    }

    /** It has learned: nearer to the density's denoiser than the data's deviation by far. */
    @Test
    void theShippedRingIsNearTheExactDenoiser() {
        GaussianMixture exact = DenoiserSet.RING.density().orElseThrow();
        SplittableRandom random = Seeds.stream("learned");
        double[] clean =
                DenoiserSet.RING.examples(8, new SeededStreams(random.nextLong())).heldOut();
        for (double sigma : new double[] {0.05, 0.3, 1}) {
            double[] noisy =
                    Arrays.stream(clean).map(y -> y + sigma * random.nextGaussian()).toArray();
            double gap =
                    SampleError.rootMeanSquare(
                            denoised(ShippedDenoiser.RING.model(), noisy, sigma),
                            denoised(exact, noisy, sigma));
            assertThat(gap).as("at %s", sigma).isLessThan(0.08);
        }
    }

    @Test
    void trainingStreamsAndGivesTheSameNumbersAgain() {
        DenoiserParameters parameters =
                ParameterSchema.of(DenoiserParameters.class)
                        .strict(
                                Map.of(
                                        "set",
                                        "grid",
                                        "examples",
                                        "50",
                                        "hidden",
                                        "16",
                                        "steps",
                                        "80",
                                        "batch",
                                        "32"));
        RunResult one = ResultRecorder.run(new DenoiserExperiment(), parameters);
        RunResult two = ResultRecorder.run(new DenoiserExperiment(), parameters);
        assertThat(one.series("slicedAt").x()).hasSize(8);
        assertThat(one.table("levels")).hasSize(17);
        assertThat(one.series("loss.above").y()).containsExactly(two.series("loss.above").y());
        assertThat(two.number("trainedSliced")).isEqualTo(one.number("trainedSliced"));
        assertThat(one.number("idealNearest")).isLessThan(one.number("heldOutNearest"));
    }

    @Test
    void sizesAreBounded() {
        ParameterSchema<DenoiserParameters> schema = ParameterSchema.of(DenoiserParameters.class);
        assertThatThrownBy(() -> schema.strict(Map.of("examples", "1501")))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("examples");
        assertThatThrownBy(() ->
                        schema.strict(
                                Map.of(
                                        "set",
                                        "glyphDigits",
                                        "hidden",
                                        "512",
                                        "batch",
                                        "512",
                                        "steps",
                                        "20000")))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("steps");
        assertThat(schema.strict(Map.of("set", "ring", "examples", "5000")).examples())
                .isEqualTo(5000);
    }
}
