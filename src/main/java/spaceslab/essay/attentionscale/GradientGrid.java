package spaceslab.essay.attentionscale;

import java.util.Arrays;
import spaceslab.experiment.StopSignal;

/**
 * The exact G(α) of one set of scores on the grid α_k = k·δ, k = 1 … m.
 *
 * <p>With t_i = s_i − max s and weights w_i = e^{αt_i}, the largest score apart (its weight is 1),
 * r = Σw_i and q = Σw_i² over the others: {@code G = α(1 − Σp²) = α (2r + r² − q)/(1 + r)²}, which
 * keeps its digits when one score takes all.
 *
 * <p>A constant step makes e^{α_{k+1}t} = e^{α_k t}·e^{δt}: one multiplication instead of an
 * exponential. The weights are computed afresh every at most 32 steps (fewer where they could
 * underflow between), so the relative error of a weight stays under 66·2⁻⁵³ = 7e-15; at each such
 * anchor, scores with αt &lt; −60 are dropped for good: a million of them weigh under 1e-20. Cost:
 * n·m times about four flops and n·m/32 exponentials. The loop runs over k inside and four scores
 * abreast, so that weights stay in registers. It is plain Java, so there is one code path and no
 * fallback; a version on the vector module has not been tried.
 */
final class GradientGrid {
    private static final int LANES = 4;
    private static final int LONGEST_CHUNK = 32;
    private static final double CUT = 60;
    private static final double DEEPEST = 250;

    private final double step;
    private final double[] distance;
    private final double[] factor;
    private final double[] sum = new double[LONGEST_CHUNK];
    private final double[] squares = new double[LONGEST_CHUNK];
    private int active;

    /**
     * @param capacity largest n
     * @param step δ, above 0
     */
    GradientGrid(int capacity, double step) {
        this.step = step;
        this.distance = new double[capacity + LANES];
        this.factor = new double[capacity + LANES];
    }

    /**
     * G at δ, 2δ, …, mδ.
     *
     * @param scores at least one
     * @param points m
     */
    double[] gradients(double[] scores, int points, StopSignal stop) {
        double lowest = load(scores);
        double[] g = new double[points];
        int chunk = (int) Math.clamp(DEEPEST / (step * -lowest), 1.0, (double) LONGEST_CHUNK);
        for (int first = 1; first <= points; first += chunk) {
            stop.check();
            double anchor = first * step;
            compact(-CUT / anchor);
            int length = Math.min(chunk, points - first + 1);
            Arrays.fill(sum, 0);
            Arrays.fill(squares, 0);
            for (int i = 0; i < active; i += LANES) {
                accumulate(i, anchor, length);
            }
            for (int k = 0; k < length; k++) {
                double alpha = (first + k) * step;
                double r = sum[k];
                g[first + k - 1] =
                        alpha * Math.max(0, 2 * r + r * r - squares[k]) / ((1 + r) * (1 + r));
            }
        }
        return g;
    }

    /** Distances from the largest score, which is left out; returns the lowest. */
    private double load(double[] scores) {
        int top = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[top]) {
                top = i;
            }
        }
        double lowest = 0;
        active = 0;
        for (int i = 0; i < scores.length; i++) {
            if (i != top) {
                double t = scores[i] - scores[top];
                distance[active] = t;
                factor[active++] = Math.exp(step * t);
                lowest = Math.min(lowest, t);
            }
        }
        pad();
        return lowest;
    }

    private void compact(double floor) {
        int kept = 0;
        for (int i = 0; i < active; i++) {
            double t = distance[i];
            double f = factor[i];
            distance[kept] = t;
            factor[kept] = f;
            kept += t >= floor ? 1 : 0;
        }
        active = kept;
        pad();
    }

    private void pad() {
        for (int i = active; i < active + LANES; i++) {
            distance[i] = Double.NEGATIVE_INFINITY;
            factor[i] = 0;
        }
    }

    private void accumulate(int i, double anchor, int length) {
        double w0 = Math.exp(anchor * distance[i]);
        double w1 = Math.exp(anchor * distance[i + 1]);
        double w2 = Math.exp(anchor * distance[i + 2]);
        double w3 = Math.exp(anchor * distance[i + 3]);
        double f0 = factor[i];
        double f1 = factor[i + 1];
        double f2 = factor[i + 2];
        double f3 = factor[i + 3];
        for (int k = 0; k < length; k++) {
            sum[k] += (w0 + w1) + (w2 + w3);
            squares[k] += (w0 * w0 + w1 * w1) + (w2 * w2 + w3 * w3);
            w0 *= f0;
            w1 *= f1;
            w2 *= f2;
            w3 *= f3;
        }
    }
}
