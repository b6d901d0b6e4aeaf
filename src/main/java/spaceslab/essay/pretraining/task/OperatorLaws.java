package spaceslab.essay.pretraining.task;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * The law of an operator's value, given the law of an argument's: f_v = Σ_L P(value v, length L)
 * z^L at one complex z, so that lengths add where laws multiply. Averaged over 2 … K arguments,
 * uniformly. O(K · 10²) products.
 *
 * <ul>
 *   <li>MAX, MIN: all arguments are ≤ v, or ≥ v.
 *   <li>SM: the sum's law is a power of the argument's in the characters of ℤ/10.
 *   <li>MED: of 2m + 1 arguments, at least m + 1 are ≤ v. Of 2m, the middle two are ≤ a and &gt; b
 *       (a ≤ b) where exactly m are ≤ a and the other m are &gt; b.
 * </ul>
 */
final class OperatorLaws {
    private static final int DIGITS = 10;

    /** e^{2πi j/10}. */
    private static final Complex[] ROOTS = roots();

    private final Complex[] argument;
    private final int most;

    /** Powers 0 … K of Σ_{u≤v} f_u, by v. */
    private final Complex[][] upTo = new Complex[DIGITS][];

    /** Powers 0 … K of Σ_{u>v} f_u, by v. */
    private final Complex[][] above = new Complex[DIGITS][];

    /**
     * @param argument f_v of an argument, by v
     * @param most K
     */
    OperatorLaws(Complex[] argument, int most) {
        this.argument = argument.clone();
        this.most = most;
        Complex sum = Complex.ZERO;
        for (int v = 0; v < DIGITS; v++) {
            sum = sum.add(argument[v]);
            upTo[v] = powers(sum);
        }
        Complex rest = Complex.ZERO;
        for (int v = DIGITS - 1; v >= 0; v--) {
            above[v] = powers(rest);
            rest = rest.add(argument[v]);
        }
    }

    /** The law of each operator's value, by v. */
    Map<ListOperator, Complex[]> all() {
        Map<ListOperator, Complex[]> laws = new EnumMap<>(ListOperator.class);
        for (ListOperator operator : ListOperator.values()) {
            Complex[] sum = zeros(DIGITS);
            for (int k = 2; k <= most; k++) {
                Complex[] law = of(operator, k);
                for (int v = 0; v < DIGITS; v++) {
                    sum[v] = sum[v].add(law[v]);
                }
            }
            Arrays.setAll(sum, v -> sum[v].divide(most - 1.0));
            laws.put(operator, sum);
        }
        return laws;
    }

    private Complex[] of(ListOperator operator, int k) {
        return switch (operator) {
            case MIN -> differences(v -> upTo[DIGITS - 1][k].subtract(above[v][k]));
            case MAX -> differences(v -> upTo[v][k]);
            case SM -> sum(k);
            case MED -> k % 2 == 1 ? middle(k) : middleTwo(k / 2);
        };
    }

    @FunctionalInterface
    private interface UpTo {
        Complex of(int v);
    }

    /** P(= v) from P(≤ v). */
    private static Complex[] differences(UpTo cumulative) {
        Complex[] law = new Complex[DIGITS];
        Complex before = Complex.ZERO;
        for (int v = 0; v < DIGITS; v++) {
            Complex here = cumulative.of(v);
            law[v] = here.subtract(before);
            before = here;
        }
        return law;
    }

    private Complex[] sum(int k) {
        Complex[] law = zeros(DIGITS);
        for (int j = 0; j < DIGITS; j++) {
            Complex character = Complex.ZERO;
            for (int v = 0; v < DIGITS; v++) {
                character = character.add(argument[v].multiply(ROOTS[j * v % DIGITS]));
            }
            Complex power = power(character, k);
            for (int v = 0; v < DIGITS; v++) {
                Complex back = ROOTS[(DIGITS - j) * v % DIGITS];
                law[v] = law[v].add(power.multiply(back).divide(DIGITS));
            }
        }
        return law;
    }

    /** At least {@code few} of {@code k} arguments are ≤ v. */
    private Complex atLeast(int few, int k, int v) {
        Complex sum = Complex.ZERO;
        for (int j = few; j <= k; j++) {
            double ways = CombinatoricsUtils.binomialCoefficientDouble(k, j);
            sum = sum.add(upTo[v][j].multiply(above[v][k - j]).multiply(ways));
        }
        return sum;
    }

    private Complex[] middle(int k) {
        return differences(v -> atLeast(k / 2 + 1, k, v));
    }

    private Complex[] middleTwo(int m) {
        Complex[] law = zeros(DIGITS);
        Complex[] lower = differences(v -> atLeast(m, 2 * m, v));
        double ways = CombinatoricsUtils.binomialCoefficientDouble(2 * m, m);
        for (int a = 0; a < DIGITS; a++) {
            Complex same = lower[a];
            for (int b = a + 1; b < DIGITS; b++) {
                Complex both = apart(m, a, b - 1).subtract(apart(m, a, b));
                both = both.subtract(apart(m, a - 1, b - 1)).add(apart(m, a - 1, b));
                both = both.multiply(ways);
                same = same.subtract(both);
                law[(a + b) / 2] = law[(a + b) / 2].add(both);
            }
            law[a] = law[a].add(same);
        }
        return law;
    }

    /** One way for m arguments to be ≤ a and as many &gt; b. */
    private Complex apart(int m, int a, int b) {
        return a < 0 ? Complex.ZERO : upTo[a][m].multiply(above[b][m]);
    }

    private Complex[] powers(Complex base) {
        Complex[] powers = new Complex[most + 1];
        powers[0] = Complex.ONE;
        for (int k = 1; k <= most; k++) {
            powers[k] = powers[k - 1].multiply(base);
        }
        return powers;
    }

    private static Complex power(Complex base, int k) {
        Complex power = base;
        for (int i = 1; i < k; i++) {
            power = power.multiply(base);
        }
        return power;
    }

    private static Complex[] zeros(int count) {
        Complex[] zeros = new Complex[count];
        Arrays.fill(zeros, Complex.ZERO);
        return zeros;
    }

    private static Complex[] roots() {
        Complex[] roots = new Complex[DIGITS];
        for (int j = 0; j < DIGITS; j++) {
            double angle = 2 * Math.PI * j / DIGITS;
            roots[j] = new Complex(Math.cos(angle), Math.sin(angle));
        }
        return roots;
    }
}
