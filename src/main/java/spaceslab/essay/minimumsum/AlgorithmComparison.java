package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import java.util.List;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.StopSignal;

/**
 * The table of algorithms on one N: answer, whether it is the proven optimum, candidates, time.
 * What would visit too many candidates is listed as not run, with the number it would need.
 *
 * @param n N
 * @param proven the search's answer
 * @param provenMillis its time
 */
record AlgorithmComparison(BigInteger n, SearchResult proven, double provenMillis) {
    /** Cells of the column {@code optimal}; texts {@code minimum-sum.choice.*}. */
    static final String YES = "yes";

    static final String NO = "no";
    static final String NO_CANDIDATE = "noCandidate";
    static final String TOO_MANY = "tooMany";

    /** Candidates from which on a time is that of the search. */
    private static final long FEWEST_TIMED = 100_000;

    private static final String NONE = "none";

    void emit(
            List<MinimumSumAlgorithm> algorithms, Sawtooth sawtooth, Emitter out, StopSignal stop) {
        for (MinimumSumAlgorithm algorithm : algorithms) {
            String name = algorithm.key();
            if (algorithm == MinimumSumAlgorithm.PRUNED) {
                row(
                        name,
                        proven.best(),
                        YES,
                        proven.visited(),
                        time(proven.visited(), provenMillis),
                        out);
                sawtooth.emitAnswer(name, proven.best().getFirst(), out);
            } else if (!algorithm.feasible(n, SolveExperiment.CANDIDATE_LIMIT)) {
                row(name, List.of(), TOO_MANY, algorithm.search().candidates(n), NONE, out);
            } else {
                long start = System.nanoTime();
                SearchResult result = algorithm.search().search(n, stop);
                double millis = (System.nanoTime() - start) / 1e6;
                row(
                        name,
                        result.best(),
                        verdict(result),
                        result.visited(),
                        time(result.visited(), millis),
                        out);
                result.best().stream()
                        .limit(1)
                        .forEach(best -> sawtooth.emitAnswer(name, best, out));
            }
        }
    }

    /** What few candidates take is the loading of classes, not the search. */
    private static Object time(long candidates, double millis) {
        return candidates < FEWEST_TIMED ? (Object) NONE : millis;
    }

    private String verdict(SearchResult result) {
        if (result.best().isEmpty()) {
            return NO_CANDIDATE;
        }
        return result.attains(proven.best().getFirst().sum()) ? YES : NO;
    }

    private static void row(
            String algorithm,
            List<Decomposition> best,
            String verdict,
            Object candidates,
            Object time,
            Emitter out) {
        if (best.isEmpty()) {
            out.row("algorithms", algorithm, NONE, NONE, NONE, NONE, verdict, candidates, time);
        } else {
            Decomposition d = best.getFirst();
            out.row(
                    "algorithms",
                    algorithm,
                    d.sum(),
                    d.a(),
                    d.b(),
                    d.c(),
                    verdict,
                    candidates,
                    time);
        }
    }
}
