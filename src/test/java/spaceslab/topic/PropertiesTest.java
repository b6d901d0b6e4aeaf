package spaceslab.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ParameterSpec;
import spaceslab.experiment.RandomParameters;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.Seeds;

/**
 * Each experiment at both ends of each of its parameters, and at random ones, against what it
 * declares: nothing is NaN or infinite that is not said to be so at times, and each of its {@link
 * Properties}. What a set-up is expected to cost decides whether it is tried here or under {@code
 * -Psoak} only; trainings are not tried, since none costs little.
 */
class PropertiesTest {
    private static final Logger log = LoggerFactory.getLogger(PropertiesTest.class);

    private record Effort(double seconds, double all, int random) {}

    private static final Effort BUILD = new Effort(0.15, 1.0, 12);
    private static final Effort SOAK = new Effort(5, 60, 300);

    @TestFactory
    Stream<DynamicTest> propertiesHoldOverTheWholeRange() {
        return each(BUILD);
    }

    @Tag("soak")
    @TestFactory
    Stream<DynamicTest> propertiesHoldOverTheWholeRangeInDepth() {
        return each(SOAK);
    }

    private static Stream<DynamicTest> each(Effort effort) {
        return Topics.all().stream()
                .flatMap(topic ->
                        topic.experiments().stream()
                                .map(experiment ->
                                        DynamicTest.dynamicTest(
                                                topic.id() + "/" + experiment.id(),
                                                () -> hold(topic.id(), experiment, effort))));
    }

    private static <P extends Record> void hold(
            String topic, Experiment<P> experiment, Effort effort) {
        String name = topic + "/" + experiment.id();
        Properties properties = ExperimentProperties.of(name);
        ParameterSchema<P> schema = ParameterSchema.of(experiment.parameters());
        double left = effort.all();
        int tried = 0;
        List<P> drawn = drawn(experiment, schema, effort);
        for (P parameters : drawn) {
            double cost = experiment.cost(parameters).seconds();
            if (cost > effort.seconds() || cost > left) {
                continue;
            }
            left -= cost;
            tried++;
            check(experiment, schema.canonical(parameters), parameters, properties);
        }
        log.info("{}: {} of {} set-ups tried", name, tried, drawn.size());
        assertThat(tried > 0 || ExperimentProperties.HEAVY.contains(name)).as("tried").isTrue();
    }

    private static <P extends Record> List<P> drawn(
            Experiment<P> experiment, ParameterSchema<P> schema, Effort effort) {
        List<P> drawn = new ArrayList<>();
        drawn.add(schema.defaults());
        for (ParameterSpec spec : schema.specs()) {
            if (!spec.kind().isNumeric() || spec.kind() == ParameterSpec.Kind.POINTS) {
                continue;
            }
            for (var end : List.of(spec.min().orElseThrow(), spec.max().orElseThrow())) {
                Map<String, List<String>> texts = new LinkedHashMap<>();
                if (!spec.when().isEmpty()) {
                    String[] condition = spec.when().split("[=|]");
                    texts.put(condition[0], List.of(condition[1]));
                }
                texts.put(spec.name(), List.of(end.toPlainString()));
                drawn.add(schema.read(texts).parameters());
            }
        }
        RandomParameters random =
                new RandomParameters(Seeds.stream("properties of " + experiment.id()));
        for (int i = 0; i < effort.random(); i++) {
            drawn.add(random.next(experiment.parameters()));
        }
        return drawn;
    }

    private static <P extends Record> void check(
            Experiment<P> experiment,
            Map<String, String> canonical,
            P parameters,
            Properties properties) {
        RunResult result;
        try {
            result = ResultRecorder.run(experiment, parameters);
        } catch (RuntimeException failed) {
            throw new AssertionError(canonical + " failed", failed);
        }
        Map<String, double[]> numbers = Properties.numbers(result, experiment.results());
        Set<String> odd = new java.util.TreeSet<>();
        numbers.forEach((name, all) -> {
            if (!properties.notFinite().contains(name)
                    && !Arrays.stream(all).allMatch(Double::isFinite)) {
                odd.add(name);
            }
        });
        assertThat(odd).as("not finite with %s", canonical).isEmpty();
        for (var property : properties.all()) {
            try {
                property.accept(canonical, result);
            } catch (AssertionError broken) {
                throw new AssertionError("with " + canonical, broken);
            }
        }
    }
}
