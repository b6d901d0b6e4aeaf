package spaceslab.essay.amed;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atMost;

import java.util.Arrays;
import java.util.List;
import spaceslab.experiment.Effect;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.ResultRow;
import spaceslab.experiment.ResultTable;
import spaceslab.experiment.Sample;

/** What the published table of FID says. */
final class PublishedChecks {
    private static final String EULER = SolverChoice.EULER.key();
    private static final String DPM = SolverChoice.DPM_SOLVER2.key();
    private static final String AMED = SolverChoice.AMED.key();

    private PublishedChecks() {}

    /** Each image set is a condition; the figures tell of ImageNet. */
    static Sample secondOrder(NamedResult r) {
        PublishedSet[] sets = PublishedSet.values();
        return Sample.of(
                        Arrays.stream(sets)
                                .map(set -> above(set.key() + "BehindEuler", behind(r, set), 0))
                                .toArray(Effect[]::new))
                .figures(
                        Arrays.stream(sets).filter(set -> behind(r, set) > 0).count(),
                        sets.length,
                        few(r, PublishedSet.IMAGE_NET64, DPM),
                        few(r, PublishedSet.IMAGE_NET64, EULER));
    }

    private static double behind(NamedResult r, PublishedSet set) {
        return few(r, set, DPM) - few(r, set, EULER);
    }

    private static double few(NamedResult r, PublishedSet set, String solver) {
        return at(r, set.key(), SweepChecks.FEW).row("solver", solver).number("fid");
    }

    /**
     * AMED-Solver against all but the plugin; the figures are of the place where it is furthest
     * behind.
     */
    static Sample bestEverywhere(NamedResult r) {
        List<ResultRow> places = r.table("publishedFid").where("solver", AMED).rows();
        long ahead = places.stream().filter(place -> lag(r, place) > 0).count();
        ResultRow worst =
                places.stream().max((a, b) -> Double.compare(lag(r, a), lag(r, b))).orElseThrow();
        return Sample.of(atMost("publishedAhead", ahead, 0))
                .figures(
                        ahead,
                        places.size(),
                        worst.integer("nfe"),
                        worst.number("fid"),
                        least(r, worst));
    }

    /** How far AMED is above the best untrained one. */
    private static double lag(NamedResult r, ResultRow place) {
        return place.number("fid") - least(r, place);
    }

    private static double least(NamedResult r, ResultRow place) {
        return at(r, place.value("set"), place.integer("nfe")).rows().stream()
                .filter(row ->
                        Arrays.stream(SolverChoice.values())
                                .filter(SolverChoice::isUntrained)
                                .anyMatch(solver -> row.has("solver", solver.key())))
                .mapToDouble(row -> row.number("fid"))
                .min()
                .orElseThrow();
    }

    private static ResultTable at(NamedResult r, Object set, int nfe) {
        return r.table("publishedFid").where("set", set).where("nfe", nfe);
    }
}
