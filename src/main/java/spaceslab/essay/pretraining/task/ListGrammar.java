package spaceslab.essay.pretraining.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.complex.Complex;

/**
 * The grammar of ListOps (arXiv:1804.06028, as in Long Range Arena): above the greatest depth a
 * node is an operator with probability ¼, else a uniform digit; an operator has 2 to {@code
 * maxArguments} arguments, uniformly, and is one of four, uniformly.
 *
 * @param maxDepth of a node, the root's being 1; nodes there are digits
 * @param maxArguments of an operator
 */
public record ListGrammar(int maxDepth, int maxArguments) {
    /** Lengths from here on are not told apart. */
    public static final int LONGEST = 2000;

    private static final double OPERATOR = 0.25;
    private static final ListOperator[] OPERATORS = ListOperator.values();
    private static final Map<ListGrammar, double[]> LENGTHS = new ConcurrentHashMap<>();

    public ListGrammar {
        if (maxDepth < 2 || maxArguments < 2) {
            throw new IllegalArgumentException(
                    "maxDepth (%d) and maxArguments (%d) must be at least 2"
                            .formatted(maxDepth, maxArguments));
        }
    }

    /**
     * One expression. Drawn in this order: kind of node (not at the greatest depth), then a digit
     * or number of arguments, arguments and operator. The generator must be SplitMix64, which
     * {@link SplittableRandom} is, for a seed to give the same expressions everywhere.
     */
    public ListExpression draw(SplittableRandom random) {
        return node(random, 1);
    }

    private ListExpression node(SplittableRandom random, int depth) {
        if (depth == maxDepth || random.nextDouble() > OPERATOR) {
            return ListExpression.digit(below(random, 10));
        }
        int count = 2 + below(random, maxArguments - 1);
        List<ListExpression> arguments = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            arguments.add(node(random, depth + 1));
        }
        return ListExpression.of(OPERATORS[below(random, OPERATORS.length)], arguments);
    }

    private static int below(SplittableRandom random, int bound) {
        return (int) (random.nextDouble() * bound);
    }

    /** Tokens of the longest expression, at most {@link Integer#MAX_VALUE}. */
    public int longest() {
        double length = 1;
        for (int depth = 1; depth < maxDepth; depth++) {
            length = 2 + maxArguments * length;
        }
        return (int) Math.min(Integer.MAX_VALUE, length);
    }

    /** Mean tokens of an expression, by Wald: m ← ¾ + ¼ (2 + (2 + maxArguments) m / 2). */
    public double meanLength() {
        double mean = 1;
        for (int depth = 1; depth < maxDepth; depth++) {
            mean = 1 - OPERATOR + OPERATOR * (2 + (2 + maxArguments) / 2.0 * mean);
        }
        return mean;
    }

    /**
     * The probability that an expression is longer than {@code minLength} and shorter than {@code
     * maxLength}, exactly: the lengths' generating function, level by level from the leaves. O(
     * {@code maxDepth · maxArguments ·} {@value #LONGEST}²), kept for each grammar.
     */
    public double probability(int minLength, int maxLength) {
        double[] lengths = LENGTHS.computeIfAbsent(this, ListGrammar::lengths);
        double sum = 0;
        for (int length = minLength + 1; length < Math.min(maxLength, LONGEST); length++) {
            sum += lengths[length];
        }
        return sum;
    }

    private double[] lengths() {
        double[] level = new double[LONGEST];
        level[1] = 1;
        for (int depth = 1; depth < maxDepth; depth++) {
            double[] below = level;
            double[] sum = new double[LONGEST];
            sum[0] = 1;
            for (int k = 2; k < maxArguments; k++) {
                sum = product(sum, below);
                sum[0] += 1;
            }
            double[] lists = product(product(sum, below), below);
            level = new double[LONGEST];
            level[1] = 1 - OPERATOR;
            for (int length = 2; length < LONGEST; length++) {
                level[length] += OPERATOR * lists[length - 2] / (maxArguments - 1);
            }
        }
        return level;
    }

    /** Σ_L P(a digit of value v, length L) z^L of the whole expression, by v: ¾ z/10. */
    Complex[] digits(Complex z) {
        Complex[] law = new Complex[10];
        Arrays.fill(law, z.multiply((1 - OPERATOR) / 10));
        return law;
    }

    /** Σ_L P(this outermost operator, value v, length L) z^L, by v; needs |z| ≤ 1. */
    Map<ListOperator, Complex[]> operators(Complex z) {
        Complex[] node = new Complex[10];
        Arrays.fill(node, z.divide(10));
        Map<ListOperator, Complex[]> laws = Map.of();
        for (int depth = maxDepth - 1; depth >= 1; depth--) {
            laws = new OperatorLaws(node, maxArguments).all();
            Complex tokens = z.multiply(z).multiply(OPERATOR / OPERATORS.length);
            node = digits(z);
            for (Complex[] law : laws.values()) {
                for (int v = 0; v < law.length; v++) {
                    law[v] = law[v].multiply(tokens);
                    node[v] = node[v].add(law[v]);
                }
            }
        }
        return laws;
    }

    private static double[] product(double[] a, double[] b) {
        double[] c = new double[LONGEST];
        for (int i = 0; i < LONGEST; i++) {
            if (a[i] != 0) {
                for (int j = 1; j < LONGEST - i; j++) {
                    c[i + j] += a[i] * b[j];
                }
            }
        }
        return c;
    }
}
