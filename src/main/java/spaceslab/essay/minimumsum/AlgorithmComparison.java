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

    private static final String NONE = "none";

    void emit(
            List<MinimumSumAlgorithm> algorithms, Sawtooth sawtooth, Emitter out, StopSignal stop) {
        BigInteger least = proven.best().getFirst().sum();
        for (MinimumSumAlgorithm algorithm : algorithms) {
            if (!algorithm.feasible(n, SolveExperiment.CANDIDATE_LIMIT)) {
                BigInteger needed = algorithm.search().candidates(n);
                out.row(
                        "algorithms",
                        algorithm.key(),
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        TOO_MANY,
                        needed,
                        0.0);
                continue;
            }
            long start = System.nanoTime();
            boolean own = algorithm == MinimumSumAlgorithm.PRUNED;
            SearchResult result = own ? proven : algorithm.search().search(n, stop);
            double millis = own ? provenMillis : (System.nanoTime() - start) / 1e6;
            if (result.best().isEmpty()) {
                out.row(
                        "algorithms",
                        algorithm.key(),
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        NO_CANDIDATE,
                        result.visited(),
                        millis);
                continue;
            }
            Decomposition best = result.best().getFirst();
            sawtooth.emitAnswer(algorithm.key(), best, out);
            out.row(
                    "algorithms",
                    algorithm.key(),
                    best.sum(),
                    best.a(),
                    best.b(),
                    best.c(),
                    result.attains(least) ? YES : NO,
                    result.visited(),
                    millis);
        }
    }
}
