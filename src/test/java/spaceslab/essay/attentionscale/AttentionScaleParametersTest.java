package spaceslab.essay.attentionscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ParameterSpec;
import spaceslab.experiment.ResultRecorder;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

class AttentionScaleParametersTest {
    static List<Experiment<?>> experiments() {
        return new AttentionScaleTopic().experiments();
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void randomRecordsComeBackFromTheirLinks(Experiment<?> experiment) {
        long seed = 77;
        RandomStream random = new SeededStreams(seed).stream(0);
        for (int i = 0; i < 300; i++) {
            Map<String, List<String>> texts = new LinkedHashMap<>();
            for (ParameterSpec spec : ParameterSchema.of(experiment.parameters()).specs()) {
                texts.put(spec.name(), List.of(text(spec, random)));
            }
            roundTrip(experiment, texts, seed);
        }
    }

    private static <P extends Record> void roundTrip(
            Experiment<P> experiment, Map<String, List<String>> texts, long seed) {
        ParameterSchema<P> schema = ParameterSchema.of(experiment.parameters());
        P parameters = schema.read(texts).parameters();
        assertThat(schema.strict(schema.differing(parameters)))
                .as("seed %d", seed)
                .isEqualTo(parameters);
        assertThat(schema.strict(schema.canonical(parameters))).isEqualTo(parameters);
    }

    private static String text(ParameterSpec spec, RandomStream random) {
        return switch (spec.kind()) {
            case FLAG -> Boolean.toString(random.nextBoolean());
            case CHOICE, CHOICES -> spec.choices().get(random.nextInt(spec.choices().size()));
            case INTEGER, NATURAL, SEED -> number(spec, random, 0);
            case DECIMAL -> number(spec, random, 3);
            case POINTS, BITMAP -> spec.defaultText();
            case INTEGERS, DECIMALS -> {
                List<String> items = new ArrayList<>();
                for (int i = 0; i < 2 + random.nextInt(4); i++) {
                    items.add(number(spec, random, 0));
                }
                yield String.join(",", items);
            }
        };
    }

    private static String number(ParameterSpec spec, RandomStream random, int scale) {
        BigDecimal low = spec.min().orElseThrow();
        BigDecimal width = spec.max().orElseThrow().subtract(low);
        double part = Math.pow(random.nextDouble(), 4);
        return low.add(width.multiply(BigDecimal.valueOf(part)))
                .setScale(scale, java.math.RoundingMode.CEILING)
                .toPlainString();
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void mutatedNumbersAreNamed(Experiment<?> experiment) {
        for (ParameterSpec spec : ParameterSchema.of(experiment.parameters()).specs()) {
            if (!spec.kind().isNumeric()) {
                continue;
            }
            String above = spec.max().orElseThrow().add(BigDecimal.ONE).toPlainString();
            String below = spec.min().orElseThrow().subtract(BigDecimal.ONE).toPlainString();
            for (String bad : List.of("NaN", "Infinity", "-1e400", above, below, "")) {
                assertThatThrownBy(() ->
                                ParameterSchema.of(experiment.parameters())
                                        .strict(Map.of(spec.name(), bad)))
                        .as("%s %s=%s", experiment.id(), spec.name(), bad)
                        .isInstanceOf(InvalidParameters.class)
                        .hasMessageContaining(spec.name());
            }
        }
    }

    @Test
    void constructorsRefuseWhatLinksCannotCarry() {
        assertThatThrownBy(() ->
                        new CurveParameters(
                                ScoreDistribution.NORMAL, 10, 3, List.of(5), true, Double.NaN))
                .hasMessageContaining("alphaMax (NaN)");
        assertThatThrownBy(() ->
                        new JacobianParameters(
                                ScoreSource.OWN,
                                4,
                                3,
                                Double.POSITIVE_INFINITY,
                                true,
                                List.of(1.0, 2.0),
                                1))
                .hasMessageContaining("alpha (Infinity)");
    }

    @Test
    void tooManyDrawsNameTheAllowedRange() {
        assertThatThrownBy(() ->
                        ParameterSchema.of(SampleParameters.class)
                                .strict(Map.of("n", "1000000", "draws", "201")))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("draws (201)")
                .hasMessageContaining("1 … 200");
        assertThatThrownBy(() ->
                        ParameterSchema.of(SampleParameters.class)
                                .strict(Map.of("draws", "20000", "points", "400")))
                .hasMessageContaining("1 … 10000");
        assertThatThrownBy(() ->
                        ParameterSchema.of(SampleParameters.class)
                                .strict(Map.of("distribution", "own", "scores", "1")))
                .hasMessageContaining("scores");
    }

    @ParameterizedTest
    @ValueSource(strings = {"normal", "cosine", "laplace", "uniform", "studentT"})
    void cornersOfTheRangesRun(String distribution) {
        for (String n : List.of("2", "1000000")) {
            for (String d : List.of("3", "4096")) {
                CurveParameters curve =
                        ParameterSchema.of(CurveParameters.class)
                                .strict(Map.of("distribution", distribution, "n", n, "d", d));
                assertThat(ResultRecorder.run(new CurveExperiment(), curve).number("alphaStar"))
                        .isPositive()
                        .isFinite();
            }
        }
        for (String length : List.of("4", "1000000")) {
            CausalParameters causal =
                    ParameterSchema.of(CausalParameters.class)
                            .strict(Map.of("distribution", distribution, "length", length));
            assertThat(ResultRecorder.run(new CausalExperiment(), causal).number("bestKept"))
                    .isBetween(0.0, 1.0 + 1e-12);
        }
        for (String step : List.of("2", "2000")) {
            SweepParameters sweep =
                    ParameterSchema.of(SweepParameters.class)
                            .strict(Map.of("distribution", distribution, "step", step));
            assertThat(ResultRecorder.run(new SweepExperiment(), sweep).series("alphaStar").x())
                    .hasSize(500);
        }
        for (String alpha : List.of("0", "200")) {
            JacobianParameters jacobian =
                    ParameterSchema.of(JacobianParameters.class)
                            .strict(Map.of("distribution", distribution, "alpha", alpha));
            assertThat(ResultRecorder.run(new JacobianExperiment(), jacobian).number("gradient"))
                    .isNotNegative()
                    .isFinite();
        }
    }
}
