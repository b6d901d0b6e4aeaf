package spaceslab.essay.attentionscale;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.OrderedUnits;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * Exact gradients of independent draws: draw u takes its n scores from stream u of the seed, so it
 * is the same whoever computes it and however many draws there are.
 *
 * @param scores their distribution
 * @param n scores in a draw
 * @param step δ of the grid of α
 * @param points of the grid
 * @param searchEnd of each draw's optimum
 * @param streams of the seed
 */
record GradientDraws(
        Scores scores, int n, double step, int points, double searchEnd, SeededStreams streams) {

    /** The draws {@code from} … {@code to − 1}, in order. */
    List<DrawnGradient> compute(OrderedUnits units, int from, int to, StopSignal stop) {
        return new ArrayList<>(units.map(from, to, () -> worker(stop)));
    }

    private IntFunction<DrawnGradient> worker(StopSignal stop) {
        double[] drawn = new double[n];
        GradientGrid grid = new GradientGrid(n, step);
        GradientOptimum optimum = new GradientOptimum(n);
        return unit -> {
            RandomStream random = streams.stream(unit);
            for (int i = 0; i < n; i++) {
                if ((i & 0xffff) == 0) {
                    stop.check();
                }
                drawn[i] = scores.draw(random);
            }
            double[] g = grid.gradients(drawn, points, stop);
            return new DrawnGradient(g, optimum.of(drawn, g, step, searchEnd, stop));
        };
    }
}
