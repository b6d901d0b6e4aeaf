package spaceslab.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Notations;
import spaceslab.experiment.Numbers;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ParameterSpec;
import spaceslab.experiment.RandomParameters;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.Violation;

/** Every numeric parameter of the site reads a number in every notation as the same value. */
class OneGrammarTest {
    @TestFactory
    Stream<DynamicTest> everyFieldReadsEveryNotation() {
        return Topics.all().stream()
                .flatMap(topic ->
                        topic.experiments().stream()
                                .map(experiment ->
                                        DynamicTest.dynamicTest(
                                                topic.id() + "/" + experiment.id(),
                                                () -> notations(experiment))));
    }

    private static <P extends Record> void notations(Experiment<P> experiment) {
        SplittableRandom random = Seeds.stream("notations for " + experiment.id());
        RandomParameters parameters = new RandomParameters(random);
        ParameterSchema<P> schema = ParameterSchema.of(experiment.parameters());
        for (int i = 0; i < 5; i++) {
            Map<String, String> drawn = parameters.texts(schema);
            for (ParameterSpec spec : schema.specs()) {
                if (!spec.kind().isNumeric()) {
                    continue;
                }
                assertThat(spec.max().orElseThrow().precision()).isLessThan(400);
                String plain = drawn.getOrDefault(spec.name(), "");
                for (String text : written(spec, plain, random)) {
                    same(schema, spec, plain, text);
                }
            }
        }
    }

    private static List<String> written(ParameterSpec spec, String plain, SplittableRandom random) {
        if (!spec.kind().isList()) {
            List<String> texts = Notations.of(new BigDecimal(plain));
            BigDecimal value = new BigDecimal(plain);
            if (value.stripTrailingZeros().scale() <= 0) {
                texts.add(Notations.withCommas(value.toBigIntegerExact()));
                texts.add(Numbers.text(value.toBigIntegerExact()));
            }
            return texts;
        }
        List<String> lists = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            List<String> items = new ArrayList<>();
            for (String item : plain.split(",")) {
                List<String> ends = new ArrayList<>();
                for (String end : item.split(":")) {
                    List<String> all = Notations.of(new BigDecimal(end));
                    ends.add(all.get(random.nextInt(all.size())));
                }
                items.add(String.join(":", ends));
            }
            String list = String.join(random.nextBoolean() ? ", " : "，", items);
            if (list.length() <= 500 && items.stream().skip(1).noneMatch(t -> t.startsWith("00"))) {
                lists.add(list);
            }
        }
        return lists;
    }

    private static <P extends Record> void same(
            ParameterSchema<P> schema, ParameterSpec spec, String plain, String text) {
        if (text.length() > 500) {
            return;
        }
        ParameterSchema.Reading<P> expected = schema.read(Map.of(spec.name(), List.of(plain)));
        ParameterSchema.Reading<P> reading = schema.read(Map.of(spec.name(), List.of(text)));
        assertThat(reading.parameters())
                .as("%s=%s, %s", spec.name(), text, reading.violations())
                .isEqualTo(expected.parameters());
        assertThat(reading.violations())
                .extracting(Violation::parameter, Violation::key)
                .isEqualTo(
                        expected.violations().stream()
                                .map(v ->
                                        org.assertj.core.groups.Tuple.tuple(v.parameter(), v.key()))
                                .toList());
    }
}
