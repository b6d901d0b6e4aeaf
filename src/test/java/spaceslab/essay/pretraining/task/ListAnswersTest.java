package spaceslab.essay.pretraining.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spaceslab.experiment.StopSignal;

/** Exact shares against going through all lists of arguments, and against drawn expressions. */
class ListAnswersTest {
    /** What the answers promise. */
    private static final double EXACT = 1e-8;

    private static ListAnswers answers(ListGrammar grammar, int min, int max) {
        return ListAnswers.of(grammar, min, max, StopSignal.never());
    }

    /** A node's value, tokens and, of the root, operator. */
    private record Node(int value, int length, String operator) {}

    private static Map<Node, Double> leaves() {
        Map<Node, Double> law = new HashMap<>();
        for (int digit = 0; digit < 10; digit++) {
            law.put(new Node(digit, 1, ""), 0.1);
        }
        return law;
    }

    private static Map<Node, Double> law(ListGrammar grammar) {
        Map<Node, Double> node = leaves();
        for (int depth = grammar.maxDepth() - 1; depth >= 1; depth--) {
            Map<Node, Double> arguments = new HashMap<>();
            node.forEach(
                    (n, p) -> arguments.merge(new Node(n.value(), n.length(), ""), p, Double::sum));
            Map<Node, Double> above = new HashMap<>();
            leaves().forEach((n, p) -> above.put(n, 0.75 * p));
            for (int count = 2; count <= grammar.maxArguments(); count++) {
                double p = 0.25 / (grammar.maxArguments() - 1);
                lists(List.copyOf(arguments.entrySet()), count, new ArrayList<>(), p, above);
            }
            node = above;
        }
        return node;
    }

    /** All lists of so many more arguments. */
    private static void lists(
            List<Map.Entry<Node, Double>> arguments,
            int more,
            List<Node> list,
            double p,
            Map<Node, Double> law) {
        if (more == 0) {
            int[] values = list.stream().mapToInt(Node::value).toArray();
            int length = 2 + list.stream().mapToInt(Node::length).sum();
            for (ListOperator operator : ListOperator.values()) {
                law.merge(
                        new Node(operator.of(values), length, operator.name()), p / 4, Double::sum);
            }
            return;
        }
        for (Map.Entry<Node, Double> argument : arguments) {
            list.addLast(argument.getKey());
            lists(arguments, more - 1, list, p * argument.getValue(), law);
            list.removeLast();
        }
    }

    @ParameterizedTest
    @CsvSource({"2,2,0,2000", "2,5,3,7", "3,3,0,2000", "3,3,5,11", "3,2,0,6", "4,2,7,15"})
    void areThoseOfAllExpressions(int depth, int most, int min, int max) {
        ListGrammar grammar = new ListGrammar(depth, most);
        ListAnswers answers = answers(grammar, min, max);
        Map<Node, Double> inWindow = new HashMap<>(law(grammar));
        inWindow.keySet().removeIf(n -> n.length() <= min || n.length() >= max);
        double all = inWindow.values().stream().mapToDouble(p -> p).sum();
        assertThat(answers.probability()).isCloseTo(all, within(EXACT));
        double[] values = new double[10];
        double root = 0;
        Map<String, double[]> byOperator = new HashMap<>();
        inWindow.forEach((n, p) -> {
            values[n.value()] += p / all;
            byOperator.computeIfAbsent(n.operator(), o -> new double[10])[n.value()] += p / all;
        });
        assertThat(answers.values()).containsExactly(values, within(EXACT));
        for (ListOperator operator : ListOperator.values()) {
            double[] expected = byOperator.getOrDefault(operator.name(), new double[10]);
            assertThat(answers.values(operator)).containsExactly(expected, within(EXACT));
            root += java.util.Arrays.stream(expected).max().orElseThrow();
        }
        root += java.util.Arrays.stream(byOperator.getOrDefault("", new double[10])).sum();
        assertThat(answers.rootOperator()).isCloseTo(root, within(EXACT));
        assertThat(answers.majority())
                .isCloseTo(java.util.Arrays.stream(values).max().orElseThrow(), within(EXACT));
    }

    @ParameterizedTest
    @CsvSource({"500,2000", "0,2000", "1500,1999", "100,130"})
    void theWindowIsAsProbableAsTheLengthsSay(int min, int max) {
        ListGrammar official = new ListGrammar(10, 10);
        double lengths = official.probability(min, max);
        assertThat(answers(official, min, max).probability()).isCloseTo(lengths, within(EXACT));
    }

    @Test
    void drawnExpressionsHaveTheSharesUpToChance() {
        ListGrammar official = new ListGrammar(10, 10);
        ListAnswers answers = answers(official, 500, 2000);
        int count = 6000;
        ListBaselines drawn =
                new ListBaselines(
                        ListSamples.draw(official, 500, 2000, count, 5, StopSignal.never())
                                .expressions());
        for (ListOperator operator : ListOperator.values()) {
            for (int v = 0; v < 10; v++) {
                double p = answers.values(operator)[v];
                assertThat((double) drawn.labels(operator)[v] / count)
                        .as("%s %d", operator, v)
                        .isCloseTo(p, within(4.5 * Math.sqrt(p * (1 - p) / count)));
            }
        }
    }
}
