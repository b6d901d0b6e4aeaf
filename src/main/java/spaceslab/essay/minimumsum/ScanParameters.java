package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import java.util.List;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Many numbers. The total work is bounded: too many N are refused by naming the largest {@code to}
 * or {@code perDecade} that would be accepted.
 *
 * @param from smallest N
 * @param to largest N
 * @param mode regular or random
 * @param stride between N, regular mode
 * @param perDecade N in each decade, random mode
 * @param seed of the random N
 * @param algorithms compared; the optimum always comes from {@code pruned}
 */
record ScanParameters(
        @Parameter(value = "1", min = "0", max = ScanParameters.LARGEST, symbol = "N_0")
                BigInteger from,
        @Parameter(
                        value = "1000000000000000000",
                        min = "0",
                        max = ScanParameters.LARGEST,
                        symbol = "N_1")
                BigInteger to,
        @Parameter("random") ScanMode mode,
        @Parameter(
                        value = "1",
                        min = "1",
                        max = "1000000000",
                        scale = Parameter.Scale.LOG,
                        when = "mode=stride")
                int stride,
        @Parameter(value = "20", min = "1", max = "1000", when = "mode=random") int perDecade,
        @Parameter(value = "1", seed = true, when = "mode=random") long seed,
        @Parameter("guess,parity,sumDifference,pruned") List<MinimumSumAlgorithm> algorithms) {

    /** 10⁴⁰. */
    static final String LARGEST = "10000000000000000000000000000000000000000";

    ScanParameters {
        algorithms = List.copyOf(algorithms);
        ParameterSchema.check(
                ScanParameters.class, from, to, mode, stride, perDecade, seed, algorithms);
        if (to.compareTo(from) < 0) {
            throw refused("to", to, from + " … " + LARGEST);
        }
        ScanPlan plan = new ScanPlan(from, to, mode, stride, perDecade, seed);
        if (!plan.bounded(algorithms)) {
            throw mode == ScanMode.STRIDE
                    ? refused("to", to, from + " … " + plan.largestTo(algorithms))
                    : refused("perDecade", perDecade, "1 … " + plan.largestPerDecade(algorithms));
        }
    }

    ScanPlan plan() {
        return new ScanPlan(from, to, mode, stride, perDecade, seed);
    }

    private static InvalidParameters refused(String parameter, Object value, String allowed) {
        return new InvalidParameters(new Violation(parameter, value.toString(), "range", allowed));
    }
}
