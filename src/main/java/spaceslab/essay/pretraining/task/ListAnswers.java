package spaceslab.essay.pretraining.task;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.math3.complex.Complex;
import org.jspecify.annotations.Nullable;
import spaceslab.experiment.StopSignal;

/**
 * How probable each value is among the expressions whose length lies within a window, exactly: what
 * always the same answer and what knowing the outermost operator alone are worth.
 *
 * <p>The joint generating function F_{o,v}(z) = Σ_L P(operator o, value v, length L) z^L is found
 * level by level from the leaves ({@link OperatorLaws}) at {@value #POINTS} points z = r e^{iθ} of
 * a circle; coefficients are its means over the circle times z^{-L} (Cauchy). With r to the number
 * of points = {@value #DAMPED}, lengths beyond are damped by as much, and rounding grows by r^{-L},
 * at most 10⁴: errors stay below 10⁻⁸.
 */
public final class ListAnswers {
    private static final int DIGITS = 10;
    private static final int POINTS = 4096;
    private static final double DAMPED = 1e-8;

    private record Window(ListGrammar grammar, int minLength, int maxLength) {}

    private record Known(Window window, ListAnswers answers) {}

    /** The latest: a page tries one seed after the other on the same window. */
    private static final AtomicReference<@Nullable Known> LATEST = new AtomicReference<>();

    private final double probability;
    private final Map<ListOperator, double[]> byOperator;
    private final double[] ofDigits;

    private ListAnswers(
            double probability, Map<ListOperator, double[]> byOperator, double[] ofDigits) {
        this.probability = probability;
        this.byOperator = byOperator;
        this.ofDigits = ofDigits;
    }

    /**
     * Of expressions longer than {@code minLength} and shorter than {@code maxLength}, at most
     * {@value ListGrammar#LONGEST}. 0.4 s for the official grammar; the latest are kept.
     */
    public static ListAnswers of(
            ListGrammar grammar, int minLength, int maxLength, StopSignal stop) {
        Window window = new Window(grammar, minLength, Math.min(maxLength, ListGrammar.LONGEST));
        Known latest = LATEST.get();
        if (latest != null && latest.window().equals(window)) {
            return latest.answers();
        }
        ListAnswers answers = compute(window, stop);
        LATEST.set(new Known(window, answers));
        return answers;
    }

    private static ListAnswers compute(Window window, StopSignal stop) {
        double[] digits = new double[DIGITS];
        Map<ListOperator, double[]> operators = new EnumMap<>(ListOperator.class);
        double radius = Math.pow(DAMPED, 1.0 / POINTS);
        for (int j = 0; j <= POINTS / 2; j++) {
            stop.check();
            double angle = 2 * Math.PI * j / POINTS;
            Complex z = new Complex(radius * Math.cos(angle), radius * Math.sin(angle));
            // the points below the axis are the conjugates of those above
            double count = j == 0 || j == POINTS / 2 ? 1 : 2;
            Complex weight = window(z, window).multiply(count / POINTS);
            add(window.grammar().digits(z), weight, digits);
            window.grammar()
                    .operators(z)
                    .forEach((operator, law) ->
                            add(
                                    law,
                                    weight,
                                    operators.computeIfAbsent(operator, o -> new double[DIGITS])));
        }
        double all = sum(digits);
        for (double[] values : operators.values()) {
            all += sum(values);
        }
        return new ListAnswers(all, operators, digits);
    }

    private static void add(Complex[] law, Complex weight, double[] sum) {
        for (int v = 0; v < DIGITS; v++) {
            sum[v] += law[v].multiply(weight).getReal();
        }
    }

    /** Σ z^{-L} over the lengths of the window. */
    private static Complex window(Complex z, Window window) {
        Complex inverse = z.reciprocal();
        Complex power = inverse.pow(window.minLength() + 1.0);
        Complex sum = Complex.ZERO;
        for (int length = window.minLength() + 1; length < window.maxLength(); length++) {
            sum = sum.add(power);
            power = power.multiply(inverse);
        }
        return sum;
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    /** That an expression's length lies within the window. */
    public double probability() {
        return probability;
    }

    /** Of each value, given the window. */
    public double[] values() {
        double[] values = ofDigits.clone();
        for (double[] of : byOperator.values()) {
            Arrays.setAll(values, v -> values[v] + of[v]);
        }
        Arrays.setAll(values, v -> values[v] / probability);
        return values;
    }

    /** Of each value together with this outermost operator, given the window. */
    public double[] values(ListOperator operator) {
        return Arrays.stream(Objects.requireNonNull(byOperator.get(operator)))
                .map(p -> p / probability)
                .toArray();
    }

    /** Right by always giving the likeliest value. */
    public double majority() {
        return largest(values());
    }

    /** Right by giving the likeliest value of the outermost operator; a digit is its value. */
    public double rootOperator() {
        double right = sum(ofDigits) / probability;
        for (ListOperator operator : ListOperator.values()) {
            right += largest(values(operator));
        }
        return right;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
