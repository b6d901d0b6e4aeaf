package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import java.util.List;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;

/**
 * One N: the proven answer with all ties, every algorithm beside it, the sawtooth S(a) and the
 * landscape S(p). While the search lasts, {@code S} is the best so far and {@code provenLowerBound}
 * what no decomposition can beat; stopped, both stay.
 */
final class SolveExperiment implements Experiment<SolveParameters> {
    /** An algorithm of the essay that would visit more candidates is not run. */
    static final long CANDIDATE_LIMIT = 40_000_000;

    private static final double LIVE_CANDIDATES = 1e7;
    private static final double PRUNED_SECONDS = 1e-9;
    private static final double OTHER_SECONDS = 7e-9;
    private static final long BYTES = 32_000_000;

    private final PrunedSearch pruned = new PrunedSearch();

    @Override
    public String id() {
        return "solve";
    }

    @Override
    public Class<SolveParameters> parameters() {
        return SolveParameters.class;
    }

    @Override
    public Mode mode(SolveParameters parameters) {
        return pruned.candidates(parameters.n()).doubleValue() < LIVE_CANDIDATES
                ? Mode.LIVE
                : Mode.QUEUED;
    }

    @Override
    public Cost cost(SolveParameters parameters) {
        BigInteger n = parameters.n();
        double seconds = 0.05 + pruned.candidates(n).doubleValue() * PRUNED_SECONDS;
        for (MinimumSumAlgorithm algorithm : parameters.algorithms()) {
            if (algorithm != MinimumSumAlgorithm.PRUNED && algorithm.feasible(n, CANDIDATE_LIMIT)) {
                seconds += algorithm.search().candidates(n).doubleValue() * OTHER_SECONDS;
            }
        }
        return new Cost(seconds, BYTES);
    }

    @Override
    public ResultSchema results() {
        return ResultSchema.builder()
                .values("n", "S", "a", "b", "c", "provenLowerBound", "candidates", "optimaCount")
                .values("sumFloor", "excessRatio", "boundParity", "boundSumDifference")
                .values("aOrigin", "sOrigin", "optimumA", "optimumS")
                .values("optimumCandidate", "optimumExcess")
                .series("sawtooth", "lowerEnvelope", "upperEnvelope", "answer")
                .series("landscape", "sumBound")
                .table("optima", "a", "b", "c", "S")
                .table(
                        "algorithms",
                        "algorithm",
                        "S",
                        "a",
                        "b",
                        "c",
                        "optimal",
                        "candidates",
                        "time [ms]")
                .build();
    }

    @Override
    public void run(SolveParameters parameters, Emitter out, StopSignal stop) {
        BigInteger n = parameters.n();
        out.value("n", n);
        out.value("sumFloor", n.shiftLeft(2).sqrt());
        out.value("boundParity", EssayBounds.parity(n));
        out.value("boundSumDifference", EssayBounds.sumDifference(n));
        long start = System.nanoTime();
        SearchResult answer = pruned.search(n, stop, progress -> report(progress, out));
        double millis = (System.nanoTime() - start) / 1e6;
        report(
                new SearchProgress(
                        answer.best(), answer.lowerBound(), answer.proven() ? 1 : share(answer)),
                out);
        out.value("candidates", answer.visited());
        if (!answer.proven()) {
            out.note("stopped", answer.lowerBound());
            stop.check();
        }
        answer(n, answer.best(), out);
        Sawtooth sawtooth = Sawtooth.around(n, answer.best().getFirst(), parameters.teeth());
        sawtooth.emit(out);
        Landscape.emit(n, answer.best().getFirst(), out);
        new AlgorithmComparison(n, answer, millis)
                .emit(parameters.algorithms(), sawtooth, out, stop);
    }

    private static double share(SearchResult stopped) {
        BigInteger least = stopped.best().getFirst().sum();
        return stopped.visited()
                / (stopped.visited() + least.subtract(stopped.lowerBound()).doubleValue());
    }

    private static void report(SearchProgress progress, Emitter out) {
        Decomposition best = progress.best().getFirst();
        out.value("S", best.sum());
        out.value("a", best.a());
        out.value("b", best.b());
        out.value("c", best.c());
        out.value("provenLowerBound", progress.lowerBound());
        out.progress("search", progress.share(), 1);
    }

    private static void answer(BigInteger n, List<Decomposition> optima, Emitter out) {
        out.value("optimaCount", optima.size());
        optima.forEach(d -> out.row("optima", d.a(), d.b(), d.c(), d.sum()));
        if (n.signum() > 0) {
            out.value("excessRatio", Excess.ratio(n, optima.getFirst().sum()));
        }
    }
}
