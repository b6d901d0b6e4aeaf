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
 * @param shown grid of α that is drawn
 * @param searched grid of α that optima are looked for on first
 * @param searchEnd of each draw's optimum
 * @param star the one α at which G is wanted exactly
 * @param streams of the seed
 */
record GradientDraws(
        Scores scores,
        int n,
        Steps shown,
        Steps searched,
        double searchEnd,
        double star,
        SeededStreams streams) {

    /** δ, 2δ, … */
    record Steps(double step, int points) {}

    /** The draws {@code from} … {@code to − 1}, in order. */
    List<DrawnGradient> compute(OrderedUnits units, int from, int to, StopSignal stop) {
        return new ArrayList<>(units.map(from, to, () -> worker(stop)));
    }

    private IntFunction<DrawnGradient> worker(StopSignal stop) {
        double[] drawn = new double[n];
        GradientGrid grid = new GradientGrid(n, shown.step());
        GradientGrid search = new GradientGrid(n, searched.step());
        GradientGrid single = new GradientGrid(n, star);
        GradientOptimum optimum = new GradientOptimum(n);
        return unit -> {
            RandomStream random = streams.stream(unit);
            for (int i = 0; i < n; i++) {
                if ((i & 0xffff) == 0) {
                    stop.check();
                }
                drawn[i] = scores.draw(random);
            }
            double[] g = grid.gradients(drawn, shown.points(), stop);
            double[] h =
                    searched.equals(shown) ? g : search.gradients(drawn, searched.points(), stop);
            return new DrawnGradient(
                    g,
                    h,
                    single.gradients(drawn, 1, stop)[0],
                    optimum.of(drawn, h, searched.step(), searchEnd, stop));
        };
    }
}
