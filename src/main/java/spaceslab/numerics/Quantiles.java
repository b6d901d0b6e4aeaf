package spaceslab.numerics;

import java.util.Arrays;

/**
 * Sample quantiles with linear interpolation between order statistics (Hyndman and Fan's type 7).
 */
public final class Quantiles {
    private final double[] sorted;

    private Quantiles(double[] sorted) {
        this.sorted = sorted;
    }

    /** Of at least one number, none NaN; infinities count as largest and smallest. */
    public static Quantiles of(double[] sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("quantiles need numbers, got " + sorted.length);
        }
        return new Quantiles(sorted);
    }

    /** The quantile at {@code probability} in [0, 1]. */
    public double at(double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        double part = position - below;
        return part == 0 || sorted[above] == sorted[below]
                ? sorted[below]
                : sorted[below] + part * (sorted[above] - sorted[below]);
    }

    public double median() {
        return at(0.5);
    }
}
