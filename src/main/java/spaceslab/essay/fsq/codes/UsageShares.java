package spaceslab.essay.fsq.codes;

import spaceslab.experiment.Emitter;
import spaceslab.numerics.quantisation.CodeUsage;

/** Shares of the codes in use, largest first. */
public final class UsageShares {
    private static final int ALL = 200;
    private static final double RATIO = 1.02;

    private UsageShares() {}

    /** At ranks 1, 2, … and beyond 200 every ratio of 2 %. */
    public static void emit(String series, CodeUsage usage, Emitter out) {
        double[] shares = usage.sortedShares();
        double next = 0;
        for (int rank = 0; rank < shares.length && shares[rank] > 0; rank++) {
            if (rank >= next) {
                out.point(series, rank + 1, shares[rank]);
                next = Math.max(rank + 1, rank < ALL ? 0 : RATIO * rank);
            }
        }
    }
}
