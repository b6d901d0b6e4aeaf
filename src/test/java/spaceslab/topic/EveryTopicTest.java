package spaceslab.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Finding;
import spaceslab.experiment.HostileTexts;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ParameterSpec;
import spaceslab.experiment.RandomParameters;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.Topic;

/** What the contract asks of every topic. */
class EveryTopicTest {
    /** Lower camel case, or the essay's own S. */
    private static final String CAMEL = "[a-z][a-zA-Z0-9]*|S";

    private static Stream<DynamicTest> eachExperiment(Check check) {
        return Topics.all().stream()
                .flatMap(topic ->
                        topic.experiments().stream()
                                .map(experiment ->
                                        DynamicTest.dynamicTest(
                                                topic.id() + "/" + experiment.id(),
                                                () -> check.of(experiment))));
    }

    /** A check of one experiment. */
    @FunctionalInterface
    private interface Check {
        void of(Experiment<?> experiment);
    }

    @Test
    void thereAreTopicsWithDistinctNames() {
        assertThat(Topics.all()).isNotEmpty();
        assertThat(Topics.all()).extracting(Topic::id).doesNotHaveDuplicates();
        for (Topic topic : Topics.all()) {
            assertThat(topic.id()).matches("[a-z]+(-[a-z]+)*");
            assertThat(topic.formula()).isNotBlank();
            assertThat(topic.essay().address().getScheme()).isEqualTo("https");
            assertThat(topic.experiments()).extracting(Experiment::id).doesNotHaveDuplicates();
            assertThat(topic.findings()).extracting(Finding::id).doesNotHaveDuplicates();
            assertThat(topic.experiments()).isNotEmpty().allMatch(e -> e.id().matches(CAMEL));
        }
    }

    @TestFactory
    Stream<DynamicTest> namesAreLowerCamelCaseAndConditionsNameAParameter() {
        return eachExperiment(experiment -> {
            ParameterSchema<?> schema = ParameterSchema.of(experiment.parameters());
            for (ParameterSpec spec : schema.specs()) {
                assertThat(spec.name()).matches(CAMEL);
                if (!spec.when().isEmpty()) {
                    String[] condition = spec.when().split("=", 2);
                    ParameterSpec other = schema.spec(condition[0]).orElseThrow();
                    assertThat(condition[1].split("\\|"))
                            .allMatch(value ->
                                    other.choices().contains(value)
                                            || List.of("true", "false").contains(value));
                }
            }
            Set<String> names = new HashSet<>();
            Stream.of(
                            experiment.results().values(),
                            experiment.results().series(),
                            experiment.results().grids(),
                            experiment.results().images())
                    .flatMap(List::stream)
                    .forEach(item -> assertThat(item.name()).matches(CAMEL));
            experiment
                    .results()
                    .tables()
                    .forEach(table -> assertThat(names.add(table.name())).isTrue());
        });
    }

    @TestFactory
    Stream<DynamicTest> randomRecordsSurviveTextAndBack() {
        return eachExperiment(experiment -> roundTrip(experiment));
    }

    private static <P extends Record> void roundTrip(Experiment<P> experiment) {
        SplittableRandom random = Seeds.stream("round trip of " + experiment.id());
        RandomParameters parameters = new RandomParameters(random);
        ParameterSchema<P> schema = ParameterSchema.of(experiment.parameters());
        assertThat(schema.differing(schema.defaults())).isEmpty();
        for (int i = 0; i < 200; i++) {
            P record = parameters.next(experiment.parameters());
            assertThat(schema.strict(schema.canonical(record))).isEqualTo(record);
            assertThat(schema.strict(schema.differing(record))).isEqualTo(record);
            Cost cost = experiment.cost(record);
            assertThat(cost.seconds()).isFinite().isNotNegative();
            assertThat(experiment.mode(record)).isNotNull();
        }
    }

    @TestFactory
    Stream<DynamicTest> hostileTextsAreAlwaysReplacedByRunnableParameters() {
        return eachExperiment(experiment -> hostile(experiment));
    }

    private static <P extends Record> void hostile(Experiment<P> experiment) {
        HostileTexts hostile = new HostileTexts(Seeds.stream("hostile to " + experiment.id()));
        ParameterSchema<P> schema = ParameterSchema.of(experiment.parameters());
        for (int i = 0; i < 50; i++) {
            for (ParameterSpec spec : schema.specs()) {
                P read = schema.read(Map.of(spec.name(), hostile.several())).parameters();
                assertThat(schema.strict(schema.canonical(read))).isEqualTo(read);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> eachTopicHasFiveFindingsOfItsOwnExperiments() {
        return Topics.all().stream()
                .map(topic ->
                        DynamicTest.dynamicTest(
                                topic.id(),
                                () -> {
                                    assertThat(topic.findings()).hasSizeGreaterThanOrEqualTo(5);
                                    assertThat(topic.findings())
                                            .allMatch(f -> f.id().matches(CAMEL))
                                            .extracting(f -> f.experiment().id())
                                            .isSubsetOf(
                                                    topic.experiments().stream()
                                                            .map(Experiment::id)
                                                            .toList());
                                }));
    }
}
