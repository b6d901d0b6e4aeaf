package spaceslab.numerics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;

/**
 * Where a continuous function of one variable is largest (or smallest) over an interval, and what
 * kind of place that is: a best value at the end of what was searched, or on a plateau, is not a
 * find. Searched apart from anything that is drawn: the function is scanned at given points, then
 * Brent's method refines between the neighbours of each of the best local optima. The place of a
 * smooth optimum is good to about 1e-8 relative, as its value is flat there; its value to 1e-15. An
 * optimum narrower than the scan is missed.
 *
 * @param kind what was found
 * @param at where; the end of the interval at an edge, the first point of a plateau, NaN of none
 * @param value the function there, NaN of none
 */
public record Extremum(Kind kind, double at, double value) {
    private static final double RELATIVE = 1e-13;
    private static final int MOST_STEPS = 500;

    /** Local optima of the scan that are refined. */
    private static final int MOST_HUMPS = 8;

    /** Points of the scan that are as good as the best and make it a plateau. */
    private static final int WIDE = 3;

    /** What kind of place it is. */
    public enum Kind {
        /** Between worse ones. */
        INTERIOR("interior"),
        /** Many are as good. */
        PLATEAU("plateau"),
        /** The first point of the interval: it may be better still before. */
        LOWER_EDGE("lowerEdge"),
        /** The last point: it may be better still beyond. */
        UPPER_EDGE("upperEdge"),
        /** The function is nowhere finite. */
        NONE("noOptimum");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As in results and text keys. */
        public String word() {
            return word;
        }
    }

    /** Whether there is one place that is best. */
    public boolean found() {
        return kind == Kind.INTERIOR;
    }

    /**
     * The largest value.
     *
     * @param scan where the function is looked at first, ascending, at least three
     * @param noise by which values may differ that are equal
     */
    public static Extremum maximum(DoubleUnaryOperator f, double[] scan, double noise) {
        double[] values = Arrays.stream(scan).map(f).toArray();
        List<Integer> humps =
                IntStream.range(0, scan.length)
                        .filter(i -> Double.isFinite(values[i]))
                        .filter(i -> i == 0 || !(values[i - 1] > values[i]))
                        .filter(i -> i == scan.length - 1 || !(values[i + 1] > values[i]))
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -values[i]))
                        .toList();
        if (humps.isEmpty()) {
            return new Extremum(Kind.NONE, Double.NaN, Double.NaN);
        }
        double top = values[humps.getFirst()];
        int[] asGood =
                IntStream.range(0, scan.length).filter(i -> values[i] >= top - noise).toArray();
        if (asGood.length >= WIDE && asGood[WIDE - 1] - asGood[0] == WIDE - 1) {
            return new Extremum(Kind.PLATEAU, scan[asGood[0]], top);
        }
        int first = humps.getFirst();
        Extremum best = new Extremum(Kind.INTERIOR, scan[first], top);
        for (int i : humps.subList(0, Math.min(MOST_HUMPS, humps.size()))) {
            UnivariatePointValuePair refined =
                    refined(
                            f,
                            scan[Math.max(0, i - 1)],
                            scan[Math.min(scan.length - 1, i + 1)],
                            scan[i]);
            if (refined.getValue() > best.value) {
                best = new Extremum(Kind.INTERIOR, refined.getPoint(), refined.getValue());
            }
        }
        boolean edge = first == 0 || first == scan.length - 1;
        if (edge && best.value <= top + noise) {
            return new Extremum(first == 0 ? Kind.LOWER_EDGE : Kind.UPPER_EDGE, scan[first], top);
        }
        return best;
    }

    /** The smallest value, likewise. */
    public static Extremum minimum(DoubleUnaryOperator f, double[] scan, double noise) {
        Extremum most = maximum(x -> -f.applyAsDouble(x), scan, noise);
        return new Extremum(most.kind, most.at, 0 - most.value);
    }

    private static UnivariatePointValuePair refined(
            DoubleUnaryOperator f, double low, double high, double start) {
        double inside = start > low && start < high ? start : 0.5 * (low + high);
        return new BrentOptimizer(RELATIVE, RELATIVE * (high - low))
                .optimize(
                        new MaxEval(MOST_STEPS),
                        GoalType.MAXIMIZE,
                        new UnivariateObjectiveFunction(f::applyAsDouble),
                        new SearchInterval(low, high, inside));
    }
}
