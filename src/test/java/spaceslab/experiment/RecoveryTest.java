package spaceslab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import spaceslab.topic.Topics;

/** A link whose values do not go together is mended near what it asks for, and says all of that. */
class RecoveryTest {
    @TestFactory
    Stream<DynamicTest> everyChangeIsNamedAndNothingElse() {
        return Topics.all().stream()
                .flatMap(topic ->
                        topic.experiments().stream()
                                .map(experiment ->
                                        DynamicTest.dynamicTest(
                                                topic.id() + "/" + experiment.id(),
                                                () -> recovery(experiment))));
    }

    private static <P extends Record> void recovery(Experiment<P> experiment) {
        SplittableRandom random = Seeds.stream("recovery of " + experiment.id());
        RandomParameters parameters = new RandomParameters(random);
        HostileTexts hostile = new HostileTexts(random);
        ParameterSchema<P> schema = ParameterSchema.of(experiment.parameters());
        for (int i = 0; i < 60; i++) {
            Map<String, List<String>> sent = new LinkedHashMap<>();
            int share = 1 + random.nextInt(8);
            parameters
                    .texts(schema)
                    .forEach((name, text) -> {
                        if (random.nextInt(8) < share) {
                            String other = random.nextInt(12) == 0 ? hostile.next() : text;
                            sent.put(name, List.of(other));
                        }
                    });
            check(experiment.parameters(), schema, sent);
        }
    }

    private static <P extends Record> void check(
            Class<P> type, ParameterSchema<P> schema, Map<String, List<String>> sent) {
        ParameterSchema.Reading<P> reading = schema.read(sent);
        Map<String, String> shown = schema.canonical(reading.parameters());
        assertThat(schema.strict(shown)).as("%s runs", shown).isEqualTo(reading.parameters());
        List<String> changed = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            List<String> texts = sent.getOrDefault(name, List.of());
            if (!texts.isEmpty()
                    && !asked(schema, component, texts.getFirst()).equals(shown.get(name))) {
                changed.add(name);
            }
        }
        assertThat(reading.violations())
                .as("%s became %s", sent, shown)
                .extracting(Violation::parameter)
                .containsExactlyInAnyOrderElementsOf(changed);
        assertThat(reading.instead().keySet()).containsExactlyInAnyOrderElementsOf(changed);
        reading.instead().forEach((name, text) -> assertThat(shown).containsEntry(name, text));
        Map<String, String> adapted = schema.differing(reading.parameters());
        adapted.keySet().removeAll(sent.keySet());
        assertThat(reading.adapted()).isEqualTo(adapted);
    }

    /** The canonical form of what a text asks for, whether or not it may be had. */
    private static String asked(ParameterSchema<?> schema, RecordComponent component, String text) {
        try {
            ParameterSpec spec = schema.spec(component.getName()).orElseThrow();
            return ParameterText.format(ParameterText.parse(spec, component, text));
        } catch (InvalidParameters unreadable) {
            return "unreadable";
        }
    }

    private static ParameterSchema.Reading<?> read(
            String topic, String experiment, Map<String, String> sent) {
        Topic found =
                Topics.all().stream().filter(t -> t.id().equals(topic)).findFirst().orElseThrow();
        Map<String, List<String>> texts = new LinkedHashMap<>();
        sent.forEach((name, text) -> texts.put(name, List.of(text)));
        return ParameterSchema.of(
                        found.experiments().stream()
                                .filter(e -> e.id().equals(experiment))
                                .findFirst()
                                .orElseThrow()
                                .parameters())
                .read(texts);
    }

    @Test
    void aDefaultThatDoesNotFitGivesWayToWhatTheLinkAsksFor() {
        ParameterSchema.Reading<?> reading =
                read("transformer-vq", "cache", Map.of("tokens", "16", "block", "64"));
        assertThat(reading.violations()).isEmpty();
        assertThat(reading.adapted()).containsExactly(Map.entry("shown", "1"));
        assertThat(reading.parameters().toString()).contains("tokens=16", "block=64", "shown=1");
    }

    @Test
    void whatIsAskedForTwiceOverIsClampedByName() {
        ParameterSchema.Reading<?> reading =
                read(
                        "transformer-vq",
                        "cache",
                        Map.of("tokens", "32", "block", "16", "shown", "9"));
        assertThat(reading.violations())
                .singleElement()
                .satisfies(v -> {
                    assertThat(v.parameter()).isEqualTo("shown");
                    assertThat(v.value()).isEqualTo("9");
                });
        assertThat(reading.instead()).containsExactly(Map.entry("shown", "2"));
        assertThat(reading.parameters().toString()).contains("tokens=32", "block=16", "shown=2");
    }
}
