package spaceslab.essay.amed;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atLeast;
import static spaceslab.experiment.Effect.below;

import spaceslab.experiment.Effect;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.Sample;

/** What fitted middles and exact curves say. */
final class FittedChecks {

    /** The part of |x| that may lie outside two components, in %. */
    private static final double OUTSIDE = 8;

    private FittedChecks() {}

    static Sample planar(NamedResult r) {
        double two = r.number("worstTwo");
        return Sample.of(below("outsideTwo", two, OUTSIDE))
                .figures(r.number("worstOne"), two, r.number("worstThree"));
    }

    /** Of the gain from no training to the best r, the fitted numbers reach at least half. */
    static Sample scalarsGain(NamedResult r) {
        double untrained = r.number("errorUntrained");
        double scalars = r.number("errorScalars");
        double oracle = r.number("errorOracle");
        return Sample.of(
                        atLeast(
                                "shareOfGain",
                                100 * (untrained - scalars) / (untrained - oracle),
                                50))
                .figures(untrained, scalars, r.number("errorPredicted"), oracle);
    }

    static Sample networkGain(NamedResult r) {
        return Sample.of(networkLowers(r))
                .figures(r.number("errorPredicted"), r.number("errorScalars"));
    }

    /** The same, with the best r of every sample beside it. */
    static Sample networkGainWithBest(NamedResult r) {
        return Sample.of(networkLowers(r))
                .figures(
                        r.number("errorPredicted"),
                        r.number("errorScalars"),
                        r.number("errorOracle"));
    }

    private static Effect networkLowers(NamedResult r) {
        return above(
                "networkLowers",
                100 * (1 - r.number("errorPredicted") / r.number("errorScalars")),
                0);
    }
}
