package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import spaceslab.experiment.Emitter;

/**
 * The excess S − 2√N of a scan: means over half decades of N, the fitted laws C N^1/6 and C N^1/4
 * (C the geometric mean of the bins' ratios, so that the fit weighs decades equally), the free
 * exponent, and the distribution of (S − 2√N)/N^1/6 against its heuristic law.
 */
final class ExcessTally {
    /** Below, the whole numbers are too coarse for a distribution. */
    private static final double DISTRIBUTED = 1e4;

    private static final double BIN_WIDTH = 0.2;
    private static final int BINS = 20;

    private final TreeMap<Integer, SummaryStatistics> halfDecades = new TreeMap<>();
    private final SummaryStatistics ratios = new SummaryStatistics();
    private final long[] histogram = new long[BINS];
    private final SummaryStatistics boundShare = new SummaryStatistics();

    void add(BigInteger n, BigInteger least) {
        double number = n.doubleValue();
        if (number < 1) {
            return;
        }
        double excess = Excess.of(n, least);
        halfDecades
                .computeIfAbsent(
                        (int) Math.floor(2 * Math.log10(number)), b -> new SummaryStatistics())
                .addValue(excess);
        boundShare.addValue(excess / (2 + Math.sqrt(1 + 4 * Math.sqrt(number))));
        if (number >= DISTRIBUTED) {
            double ratio = excess / Math.pow(number, 1.0 / 6);
            ratios.addValue(ratio);
            int bin = (int) (ratio / BIN_WIDTH);
            if (bin >= 0 && bin < BINS) {
                histogram[bin]++;
            }
        }
    }

    void emit(Emitter out) {
        out.value("boundShare", boundShare.getN() == 0 ? 0.0 : boundShare.getMax());
        if (ratios.getN() > 1) {
            out.value("ratioMean", ratios.getMean());
            out.value("ratioError", ratios.getStandardDeviation() / Math.sqrt(ratios.getN()));
            out.value("ratioLaw", Excess.mean());
            emitDistribution(out);
        }
        SimpleRegression line = new SimpleRegression();
        for (Map.Entry<Integer, SummaryStatistics> bin : halfDecades.entrySet()) {
            double n = number(bin.getKey());
            double mean = bin.getValue().getMean();
            if (mean > 0) {
                out.band(
                        "excessMean",
                        new double[] {n},
                        new double[] {mean},
                        new double[] {Math.max(bin.getValue().getMin(), 0.5)},
                        new double[] {bin.getValue().getMax()});
                line.addData(Math.log10(n), Math.log10(mean));
            }
        }
        if (line.getN() > 1) {
            fit("Sixth", 1.0 / 6, out);
            fit("Fourth", 1.0 / 4, out);
        }
        if (line.getN() > 2) {
            out.value("exponent", line.getSlope());
        }
    }

    private static double number(int halfDecade) {
        return Math.pow(10, (halfDecade + 0.5) / 2);
    }

    /** C N^exponent through the bins, and how far they scatter around it, in decades. */
    private void fit(String name, double exponent, Emitter out) {
        SummaryStatistics logs = new SummaryStatistics();
        halfDecades.forEach((bin, excess) -> {
            if (excess.getMean() > 0) {
                double power = exponent * Math.log10(number(bin));
                logs.addValue(Math.log10(excess.getMean()) - power);
            }
        });
        double constant = Math.pow(10, logs.getMean());
        out.value("constant" + name, constant);
        out.value("residual" + name, Math.sqrt(logs.getPopulationVariance()));
        for (int bin : halfDecades.keySet()) {
            double n = number(bin);
            out.point("fit" + name, n, constant * Math.pow(n, exponent));
            if (exponent == 0.25) {
                out.point("excessBound", n, 2 + Math.sqrt(1 + 4 * Math.sqrt(n)));
            }
        }
    }

    private void emitDistribution(Emitter out) {
        double[] x = new double[BINS];
        double[] density = new double[BINS];
        double[] law = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            x[i] = (i + 0.5) * BIN_WIDTH;
            density[i] = histogram[i] / (BIN_WIDTH * ratios.getN());
            law[i] = Excess.density(x[i]);
        }
        out.points("ratioDensity", x, density);
        out.points("ratioLaw", x, law);
    }
}
