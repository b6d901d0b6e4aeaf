package spaceslab.essay.pretraining.task;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What readers of little range get right on a set of expressions; all in counts of expressions. */
public final class ListBaselines {
    private final List<ListExpression> expressions;
    private final int[] labels = new int[10];
    private final Map<ListOperator, int[]> byOperator = new EnumMap<>(ListOperator.class);

    public ListBaselines(List<ListExpression> expressions) {
        this.expressions = List.copyOf(expressions);
        for (ListOperator operator : ListOperator.values()) {
            byOperator.put(operator, new int[10]);
        }
        for (ListExpression e : expressions) {
            labels[e.value()]++;
            if (e.isOperator()) {
                byOperator.computeIfPresent(e.operator(), (key, counts) -> counted(counts, e));
            }
        }
    }

    private static int[] counted(int[] counts, ListExpression e) {
        counts[e.value()]++;
        return counts;
    }

    /** Expressions with each value. */
    public int[] labels() {
        return labels.clone();
    }

    /** Expressions with each value whose uppermost operator is this one. */
    public int[] labels(ListOperator operator) {
        return byOperator.getOrDefault(operator, new int[10]).clone();
    }

    /** Right by always giving the most frequent value. */
    public int majority() {
        return largest(labels);
    }

    /** Right by giving the most frequent value of the uppermost operator; a digit is its value. */
    public int rootOperator() {
        int operators = byOperator.values().stream().mapToInt(ListBaselines::largest).sum();
        return operators + (int) expressions.stream().filter(e -> !e.isOperator()).count();
    }

    /** Right by evaluating the uppermost operators only ({@link ListExpression#within}). */
    public int within(int levels) {
        int right = 0;
        for (ListExpression e : expressions) {
            OptionalInt seen = e.within(levels);
            right += seen.isPresent() && seen.getAsInt() == e.value() ? 1 : 0;
        }
        return right;
    }

    private static int largest(int[] counts) {
        return Arrays.stream(counts).max().orElseThrow();
    }
}
