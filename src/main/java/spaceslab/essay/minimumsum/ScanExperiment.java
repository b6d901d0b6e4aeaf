package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import java.util.List;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;

/**
 * Many N: how far the least sum lies above ⌈2√N⌉, how many candidates each algorithm visits and how
 * often it is right. An algorithm is left out on an N where it would visit over two million
 * candidates; its number of runs says so.
 */
final class ScanExperiment implements Experiment<ScanParameters> {
    private static final double LIVE_CANDIDATES = 1e8;
    private static final double CANDIDATE_SECONDS = 6e-9;
    private static final double NUMBER_SECONDS = 2e-5;
    private static final long BYTES = 64_000_000;
    private static final int DRAWN = 2000;
    private static final int REPORTS = 64;

    private final PrunedSearch pruned = new PrunedSearch();

    @Override
    public String id() {
        return "scan";
    }

    @Override
    public Class<ScanParameters> parameters() {
        return ScanParameters.class;
    }

    @Override
    public Mode mode(ScanParameters parameters) {
        ScanPlan plan = parameters.plan();
        return plan.work(parameters.algorithms()) < LIVE_CANDIDATES && plan.samples() < 30_000
                ? Mode.LIVE
                : Mode.QUEUED;
    }

    @Override
    public Cost cost(ScanParameters parameters) {
        ScanPlan plan = parameters.plan();
        return new Cost(
                0.05
                        + plan.work(parameters.algorithms()) * CANDIDATE_SECONDS
                        + plan.samples() * NUMBER_SECONDS,
                BYTES);
    }

    @Override
    public ResultSchema results() {
        return ResultSchema.builder()
                .values("samples", "ratioMean", "ratioError", "ratioLaw", "exponent")
                .values("constantSixth", "residualSixth", "constantFourth", "residualFourth")
                .values("boundShare", "tieShare", "runs", "missed", "share")
                .series("excess", "excessMean", "fitSixth", "fitFourth", "excessBound")
                .series("visits", "share", "ratioDensity", "ratioLaw")
                .table("shares", "algorithm", "runs", "optimalCount", "share [%]", "firstMiss")
                .table("misses", "algorithm", "n", "S", "leastS")
                .build();
    }

    @Override
    public void run(ScanParameters parameters, Emitter out, StopSignal stop) {
        List<BigInteger> numbers = parameters.plan().numbers();
        int total = numbers.size();
        int drawnEvery = total / DRAWN + 1;
        int reportEvery = total / REPORTS + 1;
        ScanTally tally = new ScanTally();
        ExcessTally excess = new ExcessTally();
        long ties = 0;
        out.value("samples", total);
        for (int i = 0; i < total; i++) {
            stop.check();
            BigInteger n = numbers.get(i);
            SearchResult optimum = pruned.search(n, stop);
            if (!optimum.proven()) {
                stop.check();
            }
            BigInteger least = optimum.best().getFirst().sum();
            boolean drawn = i % drawnEvery == 0 && n.signum() > 0;
            ties += optimum.best().size() > 1 ? 1 : 0;
            excess.add(n, least);
            if (drawn) {
                BigInteger above = least.subtract(SumLine.of(n).first());
                out.point("excess", n.doubleValue(), above.doubleValue() + 1);
            }
            for (MinimumSumAlgorithm algorithm : parameters.algorithms()) {
                if (algorithm.feasible(n, ScanPlan.CANDIDATE_LIMIT)) {
                    SearchResult result =
                            algorithm == MinimumSumAlgorithm.PRUNED
                                    ? optimum
                                    : algorithm.search().search(n, stop);
                    tally.add(algorithm, n, result, least, out);
                    if (drawn && result.visited() > 0) {
                        out.point("visits." + algorithm.key(), n.doubleValue(), result.visited());
                    }
                }
            }
            if (i % reportEvery == 0) {
                out.progress("scan", i + 1, total);
            }
        }
        out.progress("scan", total, total);
        out.value("tieShare", (double) ties / total);
        tally.emit(out);
        excess.emit(out);
    }
}
