package spaceslab.essay.attentionscale;

import java.util.List;
import java.util.TreeMap;
import spaceslab.experiment.Emitter;
import spaceslab.numerics.Quantiles;

/**
 * Sums up draws: mean, median and 10 %–90 % band of G at each α, quantiles and histogram of the
 * per-draw optima, and the optimum of the median curve. The argmax of the mean is not among them:
 * the mean has none, it rises to its limit.
 */
final class SampleSummary {
    private static final double[] PROBABILITIES = {0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95};
    private static final int BINS_PER_DECADE = 8;

    private final List<DrawnGradient> draws;
    private final double step;

    /**
     * @param draws at least one
     * @param step δ of their grid
     */
    SampleSummary(List<DrawnGradient> draws, double step) {
        this.draws = draws;
        this.step = step;
    }

    /** Emits series {@code mean} and {@code median} with what is read off them. */
    void curves(double alphaStar, Emitter out) {
        int points = draws.getFirst().gradients().length;
        double[] alpha = new double[points];
        double[] mean = new double[points];
        double[] median = new double[points];
        double[] lower = new double[points];
        double[] upper = new double[points];
        double[] column = new double[draws.size()];
        for (int k = 0; k < points; k++) {
            double sum = 0;
            for (int u = 0; u < column.length; u++) {
                column[u] = draws.get(u).gradients()[k];
                sum += column[u];
            }
            Quantiles quantiles = Quantiles.of(column);
            alpha[k] = (k + 1) * step;
            mean[k] = sum / column.length;
            median[k] = quantiles.median();
            lower[k] = quantiles.at(0.1);
            upper[k] = quantiles.at(0.9);
        }
        out.band("median", alpha, median, lower, upper);
        out.points("mean", alpha, mean);
        out.value("meanAtEnd", mean[points - 1]);
        out.value("medianAtEnd", median[points - 1]);
        int star = (int) Math.clamp(Math.round(alphaStar / step) - 1, 0L, points - 1L);
        out.value("meanAtStar", mean[star]);
        out.value("medianAtStar", median[star]);
        medianOptimum(median, out);
    }

    private void medianOptimum(double[] median, Emitter out) {
        int best = 0;
        for (int k = 1; k < median.length; k++) {
            if (median[k] > median[best]) {
                best = k;
            }
        }
        if (best == 0 || best == median.length - 1) {
            out.value("medianCurveOptimum", Double.NaN);
            out.note("medianAtEnd", (best + 1) * step);
            return;
        }
        double below = median[best] - median[best - 1];
        double above = median[best] - median[best + 1];
        double shift = below + above > 0 ? 0.5 * (below - above) / (below + above) : 0;
        out.value("medianCurveOptimum", (best + 1 + shift) * step);
    }

    /** Emits the quantiles of the optima as values: cheap enough after every batch. */
    void optima(Emitter out) {
        Quantiles quantiles = Quantiles.of(optimaOf());
        out.value("drawnMedian", quantiles.median());
        out.value("drawnLower", quantiles.at(0.1));
        out.value("drawnUpper", quantiles.at(0.9));
        out.value(
                "censored",
                (int) draws.stream().filter(d -> Double.isInfinite(d.optimum())).count());
    }

    /** Emits table and histogram of the optima: the share of draws in bins equal in log α. */
    void distribution(Emitter out) {
        Quantiles quantiles = Quantiles.of(optimaOf());
        for (double p : PROBABILITIES) {
            out.row("optima", p, quantiles.at(p));
        }
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        for (DrawnGradient draw : draws) {
            if (Double.isFinite(draw.optimum())) {
                int bin = (int) Math.floor(BINS_PER_DECADE * Math.log10(draw.optimum()));
                counts.merge(bin, 1, Integer::sum);
            }
        }
        counts.forEach((bin, count) ->
                out.point(
                        "histogram",
                        Math.pow(10, (bin + 0.5) / BINS_PER_DECADE),
                        (double) count / draws.size()));
    }

    private double[] optimaOf() {
        return draws.stream().mapToDouble(DrawnGradient::optimum).toArray();
    }
}
