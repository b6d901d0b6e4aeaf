package spaceslab.essay.pretraining.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A digit, or an operator with two or more expressions as arguments; evaluated when it is made. */
public final class ListExpression {
    private final @Nullable ListOperator operator;
    private final List<ListExpression> arguments;
    private final int value;
    private final int length;
    private final int depth;

    private ListExpression(
            @Nullable ListOperator operator,
            List<ListExpression> arguments,
            int value,
            int length,
            int depth) {
        this.operator = operator;
        this.arguments = arguments;
        this.value = value;
        this.length = length;
        this.depth = depth;
    }

    /** A digit. */
    public static ListExpression digit(int digit) {
        return new ListExpression(null, List.of(), digit, 1, 0);
    }

    /** An operator applied to expressions, at least one. */
    public static ListExpression of(ListOperator operator, List<ListExpression> arguments) {
        int[] values = new int[arguments.size()];
        int length = 2;
        int depth = 0;
        for (int i = 0; i < values.length; i++) {
            ListExpression argument = arguments.get(i);
            values[i] = argument.value;
            length += argument.length;
            depth = Math.max(depth, argument.depth);
        }
        return new ListExpression(
                operator, List.copyOf(arguments), operator.of(values), length, depth + 1);
    }

    /** Reads {@code [MAX 4 3 [MIN 2 3 ] 1 ]}. */
    public static ListExpression parse(String text) {
        Deque<ListOperator> open = new ArrayDeque<>();
        Deque<List<ListExpression>> lists = new ArrayDeque<>(List.of(new ArrayList<>()));
        for (String token : text.strip().split("\\s+")) {
            if (token.startsWith("[")) {
                open.push(ListOperator.valueOf(token.substring(1)));
                lists.push(new ArrayList<>());
            } else {
                ListExpression whole =
                        token.equals("]")
                                ? of(open.pop(), lists.pop())
                                : digit(Integer.parseInt(token));
                lists.element().add(whole);
            }
        }
        return lists.pop().getFirst();
    }

    /** Whether it is an operator with arguments. */
    public boolean isOperator() {
        return operator != null;
    }

    /** The operator; not for a digit. */
    public ListOperator operator() {
        return Objects.requireNonNull(operator);
    }

    /** Arguments from left to right, none for a digit. */
    public List<ListExpression> arguments() {
        return arguments;
    }

    /** 0 to 9. */
    public int value() {
        return value;
    }

    /** Tokens: one a digit, two an operator (opening and closing). */
    public int length() {
        return length;
    }

    /** Operators above each other, 0 for a digit. */
    public int depth() {
        return depth;
    }

    /**
     * The value that a reader of the uppermost {@code levels} operators finds: arguments that are
     * operators further down are left out. Empty where nothing is left.
     */
    public OptionalInt within(int levels) {
        if (levels >= depth || operator == null) {
            return OptionalInt.of(value);
        }
        if (levels == 0) {
            return OptionalInt.empty();
        }
        int[] seen = new int[arguments.size()];
        int count = 0;
        for (ListExpression argument : arguments) {
            OptionalInt read = argument.within(levels - 1);
            if (read.isPresent()) {
                seen[count++] = read.getAsInt();
            }
        }
        return count == 0
                ? OptionalInt.empty()
                : OptionalInt.of(operator.of(Arrays.copyOf(seen, count)));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(3 * length);
        write(text);
        return text.toString();
    }

    private void write(StringBuilder text) {
        if (operator == null) {
            text.append(value);
            return;
        }
        text.append('[').append(operator).append(' ');
        for (ListExpression argument : arguments) {
            argument.write(text);
            text.append(' ');
        }
        text.append(']');
    }
}
