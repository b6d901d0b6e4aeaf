package spaceslab.essay.nonlinearrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import spaceslab.essay.nonlinearrnn.training.SweepsExperiment;
import spaceslab.essay.nonlinearrnn.training.TrainingExperiment;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ParameterSpec;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

class TrainingParametersTest {
    static List<Experiment<?>> experiments() {
        return List.of(new TrainingExperiment(new GruModels()), new SweepsExperiment());
    }

    @ParameterizedTest
    @MethodSource("experiments")
    <P extends Record> void randomRecordsComeBackFromTheirLinks(Experiment<P> experiment) {
        long seed = 31;
        RandomStream random = new SeededStreams(seed).stream(0);
        ParameterSchema<P> schema = ParameterSchema.of(experiment.parameters());
        for (int i = 0; i < 300; i++) {
            Map<String, List<String>> texts = new LinkedHashMap<>();
            for (ParameterSpec spec : schema.specs()) {
                texts.put(spec.name(), List.of(text(spec, random)));
            }
            P parameters = schema.read(texts).parameters();
            assertThat(schema.strict(schema.differing(parameters)))
                    .as("seed %d", seed)
                    .isEqualTo(parameters);
            assertThat(schema.strict(schema.canonical(parameters))).isEqualTo(parameters);
        }
    }

    private static String text(ParameterSpec spec, RandomStream random) {
        return switch (spec.kind()) {
            case FLAG -> Boolean.toString(random.nextBoolean());
            case CHOICE, CHOICES -> spec.choices().get(random.nextInt(spec.choices().size()));
            case INTEGER, NATURAL, SEED -> number(spec, random, 0);
            case DECIMAL -> number(spec, random, 4);
            case POINTS, BITMAP -> spec.defaultText();
            case INTEGERS, DECIMALS ->
                    IntStream.rangeClosed(1, 1 + random.nextInt(5))
                            .mapToObj(Integer::toString)
                            .collect(Collectors.joining(","));
        };
    }

    private static String number(ParameterSpec spec, RandomStream random, int scale) {
        BigDecimal low = spec.min().orElseThrow();
        BigDecimal width = spec.max().orElseThrow().subtract(low);
        double part = Math.pow(random.nextDouble(), 4);
        return low.add(width.multiply(BigDecimal.valueOf(part)))
                .setScale(scale, RoundingMode.CEILING)
                .toPlainString();
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void mutatedNumbersAreNamed(Experiment<?> experiment) {
        ParameterSchema<?> schema = ParameterSchema.of(experiment.parameters());
        for (ParameterSpec spec : schema.specs()) {
            if (!spec.kind().isNumeric()) {
                continue;
            }
            String above = spec.max().orElseThrow().add(BigDecimal.ONE).toPlainString();
            String below = spec.min().orElseThrow().subtract(BigDecimal.ONE).toPlainString();
            for (String bad : List.of("NaN", "Infinity", "-1e400", above, below, "")) {
                assertThatThrownBy(() -> schema.strict(Map.of(spec.name(), bad)))
                        .as("%s %s=%s", experiment.id(), spec.name(), bad)
                        .isInstanceOf(InvalidParameters.class)
                        .hasMessageContaining(spec.name());
            }
        }
    }
}
