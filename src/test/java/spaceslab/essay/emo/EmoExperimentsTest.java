package spaceslab.essay.emo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.Violation;

class EmoExperimentsTest {
    private static <P extends Record> RunResult run(
            Experiment<P> experiment, Map<String, String> texts) {
        return ResultRecorder.run(
                experiment, ParameterSchema.of(experiment.parameters()).strict(texts));
    }

    private static void refused(
            Class<? extends Record> type, Map<String, String> texts, String parameter) {
        assertThatThrownBy(() -> ParameterSchema.of(type).strict(texts))
                .as("%s", texts)
                .isInstanceOfSatisfying(
                        InvalidParameters.class,
                        refused ->
                                assertThat(refused.violations())
                                        .extracting(Violation::parameter)
                                        .containsOnly(parameter));
    }

    @Test
    void whatHasNoDirectionOrNoMassIsRefused() {
        Class<? extends Record> microscope = MicroscopeParameters.class;
        refused(microscope, Map.of("plane", "vectors", "points", "1:0,0:0"), "points");
        refused(microscope, Map.of("target", "0,0"), "target");
        refused(microscope, Map.of("target", "-0.5,1.5"), "target");
        refused(microscope, Map.of("points", "1:0,0:1", "target", "0,0,1"), "target");
        refused(microscope, Map.of("epsilon", "0"), "epsilon");
        refused(microscope, Map.of("logits", "NaN"), "logits");
        refused(MinimisersParameters.class, Map.of("weights", "0"), "weights");
        refused(MinimisersParameters.class, Map.of("plane", "vectors", "points", "0:0"), "points");
        refused(EntropicParameters.class, Map.of("size", "513"), "size");
        refused(DistancesParameters.class, Map.of("epsilon", "0"), "epsilon");
    }

    /**
     * The data's likeliest token is the first; the form for continued training ends at the last.
     */
    @Test
    void theFormForContinuedTrainingMayEndBesideTheMode() {
        RunResult result =
                run(
                        new MinimisersExperiment(),
                        Map.of(
                                "points",
                                "-0.354:-0.147,0.058:-0.264,0.47:0.645,0.519:0.157,"
                                        + "0.634:0.238,0.414:-0.59,0.184:0.003",
                                "plane",
                                "vectors",
                                "weights",
                                "0.205,0.171,0.149,0.155,0.154,0.083,0.153",
                                "losses",
                                "mode2",
                                "steps",
                                "3000",
                                "stepSize",
                                "0.3"));
        assertThat(result.number("mode")).isEqualTo(1);
        assertThat(((Number) result.table("ends").getFirst().get(1)).intValue()).isEqualTo(7);
    }

    @Test
    void randomProblemsAreManyAndDifferent() {
        assertThat(RandomTokens.points(5)).hasSize(20).doesNotHaveDuplicates();
        assertThat(RandomTokens.weights()).hasSize(20).doesNotHaveDuplicates();
        for (String weights : RandomTokens.weights()) {
            double sum = Arrays.stream(weights.split(",")).mapToDouble(Double::parseDouble).sum();
            assertThat(sum).isCloseTo(1, within(0.005));
        }
    }

    /** The centre of the disc is the sphere's pole, not a zero vector. */
    @Test
    void thePoleIsADirection() {
        RunResult result =
                run(new MicroscopeExperiment(), Map.of("points", "0:0,1:0", "target", "1"));
        assertThat(Objects.requireNonNull(result.grids().get("cost")).values())
                .containsExactly(new double[] {0, 1, 1, 0}, within(1e-15));
    }

    @Test
    void oneTokenHasNothingToLearn() {
        RunResult result =
                run(new MicroscopeExperiment(), Map.of("points", "0.5:0", "target", "1"));
        assertThat(result.number("transport")).isZero();
        assertThat(result.series()).doesNotContainKey("pullAt.emo");
    }

    @Test
    void gradientsOfTheExactTransportAreDerivatives() {
        String target = "0.5,0.2,0.1,0.2";
        double[] logits = {0.2, 1.4, 0.6, 1, -0.4, 0};
        double[] gradient =
                run(new MicroscopeExperiment(), Map.of("target", target))
                        .series("gradient.transport")
                        .y();
        assertThat(Arrays.stream(gradient).sum()).isCloseTo(0, within(1e-14));
        for (int k = 0; k < logits.length; k++) {
            double difference =
                    transport(logits, k, 1e-5, target) - transport(logits, k, -1e-5, target);
            assertThat(gradient[k]).isCloseTo(difference / 2e-5, within(1e-7));
        }
    }

    private static double transport(double[] logits, int token, double more, String target) {
        double[] moved = logits.clone();
        moved[token] += more;
        String text = String.join(",", Arrays.stream(moved).mapToObj(Double::toString).toList());
        return run(new MicroscopeExperiment(), Map.of("target", target, "logits", text))
                .number("transport");
    }

    /** The plan of a translation costs the translation. */
    @Test
    void transportEqualsTheShift() {
        for (String shift : new String[] {"0", "0.07", "0.5"}) {
            RunResult result = run(new DistancesExperiment(), Map.of("shift", shift));
            assertThat(result.number("transport"))
                    .isCloseTo(Double.parseDouble(shift), within(1e-3));
        }
        RunResult apart = run(new DistancesExperiment(), Map.of("shift", "0.4"));
        assertThat(apart.number("totalVariation")).isCloseTo(1, within(1e-12));
        assertThat(apart.number("jensenShannon")).isCloseTo(Math.log(2), within(1e-12));
        assertThat(apart.number("kullbackLeibler")).isInfinite();
    }

    @Test
    void entropyCostsLessTheWeakerItIs() {
        RunResult result = run(new EntropicExperiment(), Map.of("size", "40"));
        double[] price = result.series("price").y();
        assertThat(price).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(price[price.length - 1]).isPositive();
        assertThat(result.number("error")).isLessThan(2e-6);
    }
}
