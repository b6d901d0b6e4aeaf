package spaceslab.essay.attentionscale;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atLeast;
import static spaceslab.experiment.Effect.atMost;
import static spaceslab.experiment.Effect.below;

import spaceslab.experiment.Effect;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.Sample;

/** The checks of {@link AttentionScaleFindings}: each reads a finished run and measures. */
final class AttentionScaleChecks {
    /** The essay's one scale for normal scores, over √d. */
    private static final double ESSAY = 2.5;

    private static final double COSINE_LEAST = 25;
    private static final double COSINE_MOST = 35;

    private AttentionScaleChecks() {}

    /** How far a measured number is from the claimed one, in percent of it. */
    private static Effect from(String name, double measured, double claimed, double percent) {
        return atMost(name, 100 * Math.abs(measured / claimed - 1), percent);
    }

    static Sample fit(NamedResult r, String form, double claimed) {
        double c = r.number("coefficient" + form);
        return Sample.of(from("coefficientFrom", c, claimed, 1)).figures(c, r.value("rms" + form));
    }

    static Sample range(NamedResult r) {
        double low = r.number("smallestAlpha");
        double high = r.number("largestAlpha");
        return Sample.of(from("smallestFrom", low, 1.43, 1), from("largestFrom", high, 2.68, 1))
                .figures(low, high);
    }

    /** What 2.5 keeps of G(α*) at both ends of the sweep. */
    static Sample kept(NamedResult r) {
        double few = 100 * r.number("keptEssaySmallest");
        double many = 100 * r.number("keptEssayLargest");
        return Sample.of(atLeast("keptShortest", few, 90), atLeast("keptLongest", many, 90))
                .figures(few, many);
    }

    /** The typical draw's optimum beside 2.5. */
    static Sample drawn(NamedResult r) {
        double median = r.number("drawnMedian");
        return Sample.of(from("drawnFrom", median, ESSAY, 50))
                .figures(median, r.value("drawnLower"), r.value("drawnUpper"));
    }

    /** How far α* lies outside 25 … 35 at both ends of the sweep. */
    static Sample inEssayRange(NamedResult r) {
        double[] optima = r.series("alphaStar").y();
        return Sample.of(
                        atMost("outsideShortest", outside(optima[0]), 0),
                        atMost("outsideLongest", outside(optima[optima.length - 1]), 0))
                .figures(
                        100 * r.number("shareEssay"),
                        r.value("smallestAlpha"),
                        r.value("largestAlpha"));
    }

    private static double outside(double alpha) {
        return Math.max(0, Math.max(COSINE_LEAST - alpha, alpha - COSINE_MOST));
    }

    /** The spread of both entropies at α*(n), in percent of that of log n. */
    static Sample entropies(NamedResult r) {
        RunResult.Series optima = r.series("alphaStar");
        double logs = Math.log(optima.x()[optima.x().length - 1] / optima.x()[0]);
        double shannon = r.number("shannonSpread");
        double renyi2 = r.number("renyi2Spread");
        return Sample.of(
                        atMost("renyi2OfLog", 100 * renyi2 / logs, 25),
                        atMost("shannonOfLog", 100 * shannon / logs, 25))
                .figures(renyi2, shannon, logs);
    }

    /** The mean grows from α* to the end of the chart, to its limit; the median goes down. */
    static Sample mean(NamedResult r) {
        double end = r.number("meanAtEnd");
        double limit = r.number("meanLimit");
        double median = r.number("medianAtEnd");
        return Sample.of(
                        above("meanRise", end - r.number("meanAtStar"), 0),
                        from("meanFromLimit", end, limit, 5),
                        below("medianOfLimit", 100 * median / limit, 10))
                .figures(
                        end,
                        limit,
                        median,
                        Double.parseDouble(r.parameter("alphaMax")),
                        r.parameter("n"));
    }

    static Sample three(NamedResult r) {
        double star = r.number("alphaStar");
        double n = Double.parseDouble(r.parameter("n"));
        return Sample.of(from("optimumFromHalf", star, n / 2, 1e-4)).figures(star / n);
    }

    /** α*(L/2) for all positions against the best single scale. */
    static Sample half(NamedResult r) {
        double kept = r.number("halfKept");
        double best = r.number("bestKept");
        return Sample.of(atLeast("halfOfBest", 100 * kept / best, 95))
                .figures(
                        100 * kept,
                        100 * best,
                        100 * r.number("bestN") / Double.parseDouble(r.parameter("length")));
    }

    static Sample norm(NamedResult r) {
        double g = r.number("gradient");
        double half = r.number("halfL1");
        return Sample.of(
                        atMost("halfL1From", Math.abs(half / g - 1), 1e-12),
                        atMost("traceFrom", Math.abs(r.number("trace") / g - 1), 1e-12))
                .figures(g, half);
    }

    /** G has no maximum within the chart, and at its end grows by α/2. */
    static Sample tie(NamedResult r) {
        RunResult.Series own = r.series("own");
        double end = own.x()[own.x().length - 1];
        double slope = own.y()[own.y().length - 1] / end;
        return Sample.of(
                        above("ownOptimum", r.number("ownOptimum"), end),
                        from("slopeFromHalf", slope, 0.5, 0.1))
                .figures(slope);
    }
}
