package spaceslab.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.RandomParameters;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.ShippedSetup;
import spaceslab.experiment.Topic;
import spaceslab.run.BudgetProbe;

/**
 * The allowed range against the budget: whatever is drawn from it is taken, or its refusal names a
 * parameter and values with which it is.
 */
class BudgetRangeTest {
    private static final int DRAWS = 300;

    @TestFactory
    Stream<DynamicTest> whatIsTooLargeIsToldWhatToChange() {
        return Topics.all().stream()
                .flatMap(topic ->
                        topic.experiments().stream()
                                .map(experiment ->
                                        DynamicTest.dynamicTest(
                                                topic.id() + "/" + experiment.id(),
                                                () -> draw(topic, experiment))));
    }

    private static <P extends Record> void draw(Topic topic, Experiment<P> experiment) {
        RandomParameters random =
                new RandomParameters(Seeds.stream("budget of " + topic.id() + experiment.id()));
        P usual = ParameterSchema.of(experiment.parameters()).defaults();
        assertThat(BudgetProbe.taken(experiment.cost(usual))).as("the defaults fit").isTrue();
        for (int i = 0; i < DRAWS; i++) {
            P drawn = random.next(experiment.parameters());
            assertThat(BudgetProbe.problem(topic, experiment, drawn))
                    .as("draw %d: %s", i, drawn)
                    .isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> whatShipsCanBeComputedAgain() {
        return Topics.all().stream()
                .flatMap(topic ->
                        topic.shipped().stream()
                                .map(setup ->
                                        DynamicTest.dynamicTest(
                                                topic.id() + "/" + setup,
                                                () -> assertThat(taken(setup)).isTrue())));
    }

    private static <P extends Record> boolean taken(ShippedSetup<P> setup) {
        return BudgetProbe.taken(setup.experiment().cost(setup.parameters()));
    }
}
