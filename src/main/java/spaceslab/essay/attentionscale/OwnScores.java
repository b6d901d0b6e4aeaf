package spaceslab.essay.attentionscale;

import spaceslab.experiment.Emitter;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.Extremum;

/**
 * The exact G(α) of the visitor's own list, and its optimum; +∞ where several largest scores tie,
 * because G = α(1 − 1/m) then grows without end.
 */
final class OwnScores {
    private static final double SEARCH = 1e4;
    private static final int SEARCHED = 100;

    private OwnScores() {}

    static void run(SampleParameters parameters, Emitter out, StopSignal stop) {
        double[] scores = parameters.scores().stream().mapToDouble(Double::doubleValue).toArray();
        int points = parameters.points();
        double deviation = deviation(scores);
        double unit = deviation > 0 ? 1 / deviation : 1;
        double range = parameters.automatic() ? 12 * unit : parameters.alphaMax();
        double searchEnd = Math.max(SEARCH * unit, 10 * range);
        double optimum = optimum(scores, unit, searchEnd, stop);
        if (parameters.automatic() && Double.isFinite(optimum) && 3 * optimum > range) {
            range = 3 * optimum;
        }
        double[] g =
                new GradientGrid(scores.length, range / points).gradients(scores, points, stop);
        double step = range / points;
        double[] alpha = new double[points];
        for (int k = 0; k < points; k++) {
            alpha[k] = (k + 1) * step;
        }
        out.points("own", alpha, g);
        out.value("ownOptimum", optimum);
        boolean found = Double.isFinite(optimum);
        out.value("ownKind", (found ? Extremum.Kind.INTERIOR : Extremum.Kind.UPPER_EDGE).word());
        out.value("searchEnd", searchEnd);
        if (found) {
            double[] best = new GradientGrid(scores.length, optimum).gradients(scores, 1, stop);
            out.value("ownGradient", best[0]);
        } else {
            out.note("ownTie", searchEnd);
        }
    }

    /** Searched on a grid of its own, whatever is drawn. */
    static double optimum(double[] scores, double unit, double searchEnd, StopSignal stop) {
        double step = 12 * unit / SEARCHED;
        double[] g = new GradientGrid(scores.length, step).gradients(scores, SEARCHED, stop);
        return new GradientOptimum(scores.length).of(scores, g, step, searchEnd, stop);
    }

    static double deviation(double[] scores) {
        double mean = 0;
        for (double s : scores) {
            mean += s / scores.length;
        }
        double squares = 0;
        for (double s : scores) {
            squares += (s - mean) * (s - mean);
        }
        return Math.sqrt(squares / scores.length);
    }
}
