package spaceslab.essay.amed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import spaceslab.essay.amed.score.GaussianMixture;
import spaceslab.essay.amed.score.PlaneDensity;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;
import spaceslab.learning.TensorScope;

/** AMED's training against what it stands on. */
class TensorMixtureTest {
    @Test
    void tensorsGiveTheDirectionsOfTheScoreModel() {
        SplittableRandom random = Seeds.stream("tensors");
        double[][] centres = PlaneDensity.SPIRAL.centres(List.of());
        GaussianMixture model = GaussianMixture.even(centres, 0.2);
        double[] x = random.doubles(24, -3, 3).toArray();
        double[] t = random.doubles(12, 0.01, 5).toArray();
        double[] directions;
        try (TensorScope scope = TensorScope.root(StopSignal.never())) {
            directions =
                    new TensorMixture(centres, 0.2)
                            .direction(
                                    Tensor.of(Precision.FLOAT64, x, 12, 2),
                                    Tensor.of(Precision.FLOAT64, t, 12, 1))
                            .toDoubles();
        }
        for (int row = 0; row < 12; row++) {
            double[] one = {x[2 * row], x[2 * row + 1]};
            double[] denoised = new double[2];
            model.denoise(one, t[row], denoised);
            for (int i = 0; i < 2; i++) {
                assertThat(directions[2 * row + i])
                        .isCloseTo((one[i] - denoised[i]) / t[row], within(1e-9));
            }
        }
    }

    @Test
    void onImagesThePredictorTrainsTheSame() {
        TrainingParameters parameters =
                ParameterSchema.of(TrainingParameters.class)
                        .strict(
                                Map.of(
                                        "density",
                                        "opticalDigits",
                                        "rounds",
                                        "10",
                                        "batch",
                                        "16",
                                        "nfe",
                                        "3",
                                        "hidden",
                                        "8"));
        RunResult r = ResultRecorder.run(new TrainingExperiment(), parameters);
        assertThat(r.series("scaledLoss.step1").x()).hasSize(10);
        assertThat(r.number("errorScalars")).isLessThan(r.number("errorUntrained"));
        assertThat(r.number("errorPredicted")).isFinite();
    }

    @Test
    void trainingStreamsAndGivesTheSameNumbersAgain() {
        TrainingExperiment experiment = new TrainingExperiment();
        TrainingParameters parameters =
                ParameterSchema.of(TrainingParameters.class)
                        .strict(Map.of("rounds", "20", "batch", "32", "nfe", "4", "hidden", "8"));
        RunResult one = ResultRecorder.run(experiment, parameters);
        RunResult two = ResultRecorder.run(experiment, parameters);
        assertThat(one.series("scaledLoss.step2").x()).hasSize(20);
        assertThat(one.number("errorScalars")).isLessThan(one.number("errorUntrained"));
        assertThat(two.number("errorPredicted")).isEqualTo(one.number("errorPredicted"));
        assertThat(two.series("predictedMiddle.step1").y())
                .containsExactly(one.series("predictedMiddle.step1").y());
    }
}
