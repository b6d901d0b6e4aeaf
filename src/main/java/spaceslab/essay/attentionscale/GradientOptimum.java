package spaceslab.essay.attentionscale;

import spaceslab.experiment.StopSignal;

/**
 * The α that maximises the exact G(α) of one set of scores.
 *
 * <p>G may have several humps: one where the bulk of the scores still counts, one at about 1.54/gap
 * when the two largest scores nearly tie. So the grid already computed is preceded by a geometric
 * one (ratio 1.12) where its own points are farther apart than that, followed by another up to the
 * search's end, and the best point's neighbours bracket the optimum, which is the root of {@code G'
 * = 1 − Σp² (1 + 2α(μ₂ − μ₁))}, μ₁ = Σp t, μ₂ = Σp²t / Σp², to 1e-10 relative by regula falsi
 * (Illinois) or halving. Scores with αt &lt; −45 are left out. The grid before begins where G still
 * rises whatever the scores, at 0.1 over their range, or at the best G so far, as G(α) &lt; α. A
 * maximum narrower than the grids would be missed; humps are wide in log α.
 */
final class GradientOptimum {
    private static final double RATIO = 1.12;

    /** From this point on the linear grid is as fine as the geometric one. */
    private static final int FINE = 8;

    private static final double SURELY_RISING = 0.1;
    private static final double CUT = 45;
    private static final double TOLERANCE = 1e-10;
    private static final int MAX_STEPS = 100;

    private final double[] distance;
    private int active;
    private double gradient;
    private double slope;

    /**
     * @param capacity largest n
     */
    GradientOptimum(int capacity) {
        this.distance = new double[capacity];
    }

    /**
     * The optimum, or +∞ when G is largest at the search's end.
     *
     * @param scores at least two
     * @param grid G at δ, 2δ, …
     * @param step δ
     * @param searchEnd where the search gives up
     */
    double of(double[] scores, double[] grid, double step, double searchEnd, StopSignal stop) {
        int best = 0;
        for (int k = 1; k < grid.length; k++) {
            if (grid[k] > grid[best]) {
                best = k;
            }
        }
        double low = best * step;
        double middle = (best + 1) * step;
        double high = (best + 2) * step;
        double top = grid[best];
        double gridEnd = grid.length * step;
        load(scores, 0);
        double fine = FINE * step;
        double begin = Math.max(top, SURELY_RISING / widest());
        for (double alpha = begin; alpha < fine; alpha *= RATIO) {
            stop.check();
            evaluate(alpha);
            if (gradient > top) {
                top = gradient;
                low = alpha / RATIO;
                middle = alpha;
                high = alpha * RATIO;
                best = -1;
            }
        }
        load(scores, Math.min(low, gridEnd));
        boolean atEnd = false;
        double before = best == grid.length - 1 ? middle : gridEnd;
        double first = gridEnd * RATIO;
        if (best == grid.length - 1) {
            high = Math.min(first, searchEnd);
        }
        int whole = active;
        for (double alpha = first; alpha < searchEnd * RATIO; alpha *= RATIO) {
            stop.check();
            double here = Math.min(alpha, searchEnd);
            shrink(here);
            evaluate(here);
            if (gradient > top) {
                top = gradient;
                low = before;
                middle = here;
                high = Math.min(here * RATIO, searchEnd);
                atEnd = here == searchEnd;
            }
            before = here;
            if (active == 1) {
                break;
            }
        }
        if (atEnd) {
            return Double.POSITIVE_INFINITY;
        }
        if (active < whole) {
            load(scores, low);
        }
        return refine(low, middle, high, stop);
    }

    /** Distances within the window at α = {@code from}; all when it is 0. */
    private void load(double[] scores, double from) {
        double max = scores[0];
        for (double s : scores) {
            max = Math.max(max, s);
        }
        active = 0;
        for (double s : scores) {
            double t = s - max;
            if (from * t >= -CUT) {
                distance[active++] = t;
            }
        }
    }

    /** Range of the scores. */
    private double widest() {
        double widest = 0;
        for (int i = 0; i < active; i++) {
            widest = Math.max(widest, -distance[i]);
        }
        return widest;
    }

    private void shrink(double alpha) {
        int kept = 0;
        for (int i = 0; i < active; i++) {
            double t = distance[i];
            distance[kept] = t;
            kept += alpha * t >= -CUT ? 1 : 0;
        }
        active = kept;
    }

    private void evaluate(double alpha) {
        double z1 = -1;
        double z2 = -1;
        double t1 = 0;
        double t2 = 0;
        for (int i = 0; i < active; i++) {
            double t = distance[i];
            double w = Math.exp(alpha * t);
            double square = w * w;
            z1 += w;
            z2 += square;
            t1 += w * t;
            t2 += square * t;
        }
        double whole = (1 + z1) * (1 + z1);
        double spread = (2 * z1 + z1 * z1 - z2) / whole;
        gradient = alpha * spread;
        double drift = t2 / (1 + z2) - t1 / (1 + z1);
        slope = spread - (1 + z2) / whole * 2 * alpha * drift;
    }

    /**
     * Keeps a maximum between low and high: G' &gt; 0 at low; at high G' &lt; 0 or G no larger than
     * at low.
     */
    private double refine(double low, double middle, double high, StopSignal stop) {
        evaluate(middle);
        double lowValue = gradient;
        double lowSlope = slope;
        double highSlope = Double.NaN;
        boolean movedLow = true;
        if (slope < 0) {
            movedLow = false;
            high = middle;
            highSlope = slope;
            evaluate(Math.max(low, 1e-12 * middle));
            lowValue = gradient;
            lowSlope = slope;
        } else {
            low = middle;
        }
        for (int step = 0; step < MAX_STEPS && high - low > TOLERANCE * high; step++) {
            stop.check();
            double next = 0.5 * (low + high);
            if (highSlope < 0 && lowSlope > 0 && step % 4 != 3) {
                double secant = low + (high - low) * lowSlope / (lowSlope - highSlope);
                double margin = 0.25 * TOLERANCE * high;
                next = Math.clamp(secant, low + margin, high - margin);
            }
            evaluate(next);
            if (slope > 0 && gradient >= lowValue) {
                low = next;
                lowValue = gradient;
                lowSlope = slope;
                highSlope *= movedLow ? 0.5 : 1;
                movedLow = true;
            } else if (slope == 0) {
                return next;
            } else {
                high = next;
                highSlope = slope < 0 ? slope : Double.NaN;
                lowSlope *= movedLow ? 1 : 0.5;
                movedLow = false;
            }
        }
        return 0.5 * (low + high);
    }
}
