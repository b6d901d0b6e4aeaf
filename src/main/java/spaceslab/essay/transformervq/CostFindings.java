package spaceslab.essay.transformervq;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** What the clock says. */
final class CostFindings {
    private static final int RATIO = 5;

    private CostFindings() {}

    static List<Finding<?>> of(CostExperiment cost) {
        return List.of(
                finding("beatsFused", Source.PAPER, Status.HOLDS, cost, 4, CostFindings::gain),
                finding("slopes", Source.ESSAY, Status.HOLDS, cost, 0.3, CostFindings::slopes),
                finding(
                        "beatsFusedFromFourThousand",
                        Source.OURS,
                        Status.HOLDS,
                        cost,
                        1,
                        CostFindings::early),
                finding(
                        "stateAgainstRetNet",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        cost,
                        1,
                        CostFindings::state));
    }

    private static Finding<CostParameters> finding(
            String id,
            Source source,
            Status expected,
            CostExperiment cost,
            double tolerance,
            Finding.Check check) {
        return Finding.of(id, source, expected, cost, Map.of(), tolerance, false, check);
    }

    /** At n = 16,384; the tolerance is the factor that is asked. */
    private static Measurement gain(RunResult r, double factor) {
        double gain = r.number("gainOverFused");
        return Measurement.that(gain >= factor, gain, r.number("gainLength"));
    }

    private static Measurement slopes(RunResult r, double tolerance) {
        double linear = r.number("slopeLinear");
        double quadratic = r.number("slopeQuadratic");
        return Measurement.that(
                Math.abs(linear - 1) <= tolerance && Math.abs(quadratic - 2) <= tolerance,
                linear,
                quadratic);
    }

    /** Whether fused attention is slower at every n from 4,096 on at which it was timed. */
    private static Measurement early(RunResult r, double factor) {
        List<Double> gains =
                r.table("times").stream()
                        .filter(row -> ((Number) row.get(0)).intValue() >= 4096)
                        .map(row -> row.get(RATIO))
                        .filter(Number.class::isInstance)
                        .map(cell -> ((Number) cell).doubleValue())
                        .toList();
        double least = gains.stream().mapToDouble(g -> g).min().orElse(0);
        return Measurement.that(least >= factor, least);
    }

    /** Whether c·d_v is no larger than RetNet's d_k². */
    private static Measurement state(RunResult r, double factor) {
        double cache = numbers(r, "cacheState");
        double retNet = numbers(r, "retNetState");
        return Measurement.that(cache <= factor * retNet, cache, retNet, cache / retNet);
    }

    private static double numbers(RunResult r, String state) {
        return r.table("states").stream()
                .filter(row -> row.get(0).equals(state))
                .map(row -> ((Number) row.get(1)).doubleValue())
                .findFirst()
                .orElseThrow();
    }
}
