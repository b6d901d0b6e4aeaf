package spaceslab.essay.pretraining.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spaceslab.experiment.StopSignal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The generator gives the reference's strings, and the baselines its accuracies. */
class ListTaskTest {
    private static final JsonNode REFERENCE = reference();
    private static final ListGrammar OFFICIAL = new ListGrammar(10, 10);

    private static JsonNode reference() {
        try (InputStream file = ListTaskTest.class.getResourceAsStream("/reference/listops.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ListSamples official(int count) {
        return ListSamples.draw(OFFICIAL, 500, 2000, count, 2024, StopSignal.never());
    }

    @Test
    void edgeCasesHaveTheirValues() {
        for (JsonNode edge : REFERENCE.required("edge_cases")) {
            check(ListExpression.parse(edge.required("expr").asString()), edge);
        }
    }

    private static void check(ListExpression expression, JsonNode expected) {
        assertThat(expression.toString()).isEqualTo(expected.required("expr").asString());
        assertThat(expression.value()).isEqualTo(expected.required("value").asInt());
        assertThat(expression.length()).isEqualTo(expected.required("length").asInt());
        assertThat(expression.depth()).isEqualTo(expected.required("depth").asInt());
    }

    @Test
    void smallSamplesAreTheReferencesStrings() {
        JsonNode small = REFERENCE.required("small_seed7_maxdepth5_maxargs5_len10to59");
        ListSamples drawn =
                ListSamples.draw(new ListGrammar(5, 5), 9, 60, 200, 7, StopSignal.never());
        assertThat(drawn.tries()).isEqualTo(small.required("tries").asInt());
        for (int i = 0; i < 200; i++) {
            check(drawn.expressions().get(i), small.required("samples").get(i));
        }
        ListBaselines baselines = new ListBaselines(drawn.expressions());
        REFERENCE
                .required("small_seed7_shallow_accuracy")
                .properties()
                .forEach(levels ->
                        assertThat(baselines.within(Integer.parseInt(levels.getKey())) / 200.0)
                                .isEqualTo(levels.getValue().asDouble()));
    }

    @Test
    void officialSamplesHaveTheReferencesLabelsAndBaselines() {
        JsonNode expected = REFERENCE.required("official_seed2024_n3000");
        ListSamples drawn = official(3000);
        assertThat(drawn.tries()).isEqualTo(expected.required("tries").asInt());
        for (int i = 0; i < 3; i++) {
            check(drawn.expressions().get(i), expected.required("first_3").get(i));
        }
        ListBaselines baselines = new ListBaselines(drawn.expressions());
        for (int label = 0; label < 10; label++) {
            assertThat(baselines.labels()[label])
                    .isEqualTo(
                            expected.required("label_counts")
                                    .required(Integer.toString(label))
                                    .asInt());
        }
        assertThat(baselines.majority() / 3000.0)
                .isEqualTo(expected.required("majority_accuracy").asDouble());
        assertThat(baselines.rootOperator() / 3000.0)
                .isEqualTo(
                        expected.required("accuracy_predict_mode_given_root_operator").asDouble());
        JsonNode levels =
                expected.required(
                        "accuracy_if_only_top_k_levels_are_evaluated(deeper operators dropped)");
        for (int k = 1; k <= 10; k++) {
            assertThat(baselines.within(k) / 3000.0)
                    .isEqualTo(levels.required(Integer.toString(k)).asDouble());
        }
    }

    /** What samples cost is the expressions drawn for one that is kept: 1/p, 20,000 at most. */
    @Test
    void tenThousandOfficialSamplesTakeAsManyTriesAsTheirProbabilitySays() {
        ListSamples samples = official(10_000);
        assertThat(samples.expressions()).hasSize(10_000);
        double p = OFFICIAL.probability(500, 2000);
        double mean = 10_000 / p;
        double deviation = Math.sqrt(10_000 * (1 - p)) / p;
        assertThat((double) samples.tries()).isCloseTo(mean, within(4 * deviation));
    }

    @ParameterizedTest
    @CsvSource({"10,10,500,2000", "5,5,9,60", "2,2,3,5", "4,3,1,12"})
    void windowsHaveTheProbabilityOfTheGeneratingFunction(
            int depth, int arguments, int min, int max) {
        ListGrammar grammar = new ListGrammar(depth, arguments);
        double exact = grammar.probability(min, max);
        SplittableRandom random = new SplittableRandom(99);
        int tries = 40_000;
        int hits = 0;
        double tokens = 0;
        for (int i = 0; i < tries; i++) {
            int length = grammar.draw(random).length();
            hits += min < length && length < max ? 1 : 0;
            tokens += length;
        }
        double deviation = Math.sqrt(exact * (1 - exact) / tries);
        assertThat((double) hits / tries).isCloseTo(exact, within(4 * deviation));
        assertThat(tokens / tries)
                .isCloseTo(grammar.meanLength(), within(0.1 * grammar.meanLength()));
    }

    @Test
    void theLongestExpressionFillsEveryArgument() {
        assertThat(new ListGrammar(2, 2).longest()).isEqualTo(4);
        assertThat(new ListGrammar(3, 2).longest()).isEqualTo(10);
        assertThat(new ListGrammar(10, 10).longest()).isEqualTo(1_222_222_222);
    }

    @Test
    void whatIsReadInPartLeavesOutTheRest() {
        ListExpression e = ListExpression.parse("[MAX 4 [MIN 9 8 ] [SM [MED 1 2 ] [MIN 7 9 ] ] ]");
        assertThat(e.value()).isEqualTo(8);
        assertThat(e.within(1)).hasValue(4);
        assertThat(e.within(2)).hasValue(8);
        assertThat(ListExpression.parse("[SM [MED 1 2 ] [MIN 7 9 ] ]").within(1)).isEmpty();
        assertThat(ListOperator.MED.of(new int[] {1, 2, 3, 4})).isEqualTo(2);
        assertThat(Arrays.stream(ListOperator.values()).map(ListOperator::key))
                .isEqualTo(List.of("min", "max", "med", "sm"));
    }
}
