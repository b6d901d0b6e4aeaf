package spaceslab.essay.attentionscale;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import spaceslab.experiment.Emitter;
import spaceslab.numerics.Extremum;
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
    private final GradientDraws source;

    /**
     * @param draws at least one
     * @param source where they come from
     */
    SampleSummary(List<DrawnGradient> draws, GradientDraws source) {
        this.draws = draws;
        this.source = source;
    }

    /** Emits series {@code mean} and {@code median} with what is read off them. */
    void curves(Emitter out) {
        double step = source.shown().step();
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
        double[] atStar = draws.stream().mapToDouble(DrawnGradient::atStar).toArray();
        out.value("meanAtStar", Arrays.stream(atStar).average().orElseThrow());
        out.value("medianAtStar", Quantiles.of(atStar).median());
        medianOptimum(out);
    }

    /**
     * Of the curve's points on the grid that is searched, not drawn: between the best three by a
     * parabola, which is off by far less than the draws let it vary.
     */
    private void medianOptimum(Emitter out) {
        double step = source.searched().step();
        double[] median = new double[source.searched().points()];
        double[] column = new double[draws.size()];
        for (int k = 0; k < median.length; k++) {
            for (int u = 0; u < column.length; u++) {
                column[u] = draws.get(u).searched()[k];
            }
            median[k] = Quantiles.of(column).median();
        }
        int best = 0;
        for (int k = 1; k < median.length; k++) {
            if (median[k] > median[best]) {
                best = k;
            }
        }
        if (best == 0 || best == median.length - 1) {
            Extremum.Kind kind = best == 0 ? Extremum.Kind.LOWER_EDGE : Extremum.Kind.UPPER_EDGE;
            out.value("medianCurveKind", kind.word());
            out.note("medianAtEnd", (best + 1) * step);
            return;
        }
        out.value("medianCurveKind", Extremum.Kind.INTERIOR.word());
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
