package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import spaceslab.experiment.Emitter;

/**
 * The best S for each sum p = a + b that the search visits, against the bound S ≥ p. Both axes
 * count from ⌊2√N⌋ = 1 (x = p − ⌊2√N⌋ + 1 is the candidate's number, y = S − ⌊2√N⌋ + 1), so that
 * doubles hold them for any N and logarithmic axes show both the wide scatter of S and the bound.
 * Up to 600 candidates are all drawn, of more a logarithmic selection.
 */
final class Landscape {
    private static final int ALL = 600;
    private static final int SELECTED = 500;
    private static final int FEWEST = 12;

    private Landscape() {}

    static void emit(BigInteger n, Decomposition optimum, Emitter out) {
        BigInteger floor = n.shiftLeft(2).sqrt();
        SumLine line = SumLine.of(n);
        long shift = line.first().subtract(floor).longValueExact() + 1;
        long excess = optimum.sum().subtract(floor).longValueExact();
        long end = Math.max(FEWEST, excess + excess / 3);
        CandidateResidual residual = line.residual(end + 1);
        long[] selected = select(end);
        double[] x = new double[selected.length];
        double[] y = new double[selected.length];
        for (int i = 0; i < selected.length; i++) {
            long k = selected[i];
            x[i] = k + shift;
            y[i] = x[i] + residual.remainder(k);
        }
        out.points("landscape", x, y);
        out.points("sumBound", x, x);
        BigInteger sum = optimum.a().add(optimum.b());
        if (sum.compareTo(floor) >= 0) {
            out.value("optimumCandidate", sum.subtract(floor).doubleValue() + 1);
            out.value("optimumExcess", excess + 1.0);
        }
    }

    private static long[] select(long end) {
        if (end <= ALL) {
            return LongStream.rangeClosed(0, end).toArray();
        }
        TreeSet<Long> selected = new TreeSet<>(List.of(0L));
        for (int i = 0; i <= SELECTED; i++) {
            selected.add(Math.round(Math.pow(end, (double) i / SELECTED)));
        }
        return selected.stream().mapToLong(Long::longValue).toArray();
    }
}
