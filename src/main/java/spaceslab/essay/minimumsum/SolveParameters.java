package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import java.util.List;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;

/**
 * One number to decompose.
 *
 * @param n N, up to 64 digits
 * @param algorithms rows of the comparison; the answer itself always comes from {@code pruned}
 * @param teeth how many teeth of S(a) the sawtooth shows around the optimum, for N above 160 000
 */
record SolveParameters(
        @Parameter(value = "130", min = "0", max = SolveParameters.LARGEST, symbol = "N")
                BigInteger n,
        @Parameter("guess,sqrt,parity,sumDifference,pruned,exhaustive")
                List<MinimumSumAlgorithm> algorithms,
        @Parameter(value = "6", min = "2", max = "40") int teeth) {

    /** 64 nines. */
    static final String LARGEST =
            "9999999999999999999999999999999999999999999999999999999999999999";

    SolveParameters {
        algorithms = List.copyOf(algorithms);
        ParameterSchema.check(SolveParameters.class, n, algorithms, teeth);
    }
}
