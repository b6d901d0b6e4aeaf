package spaceslab.essay.fsq;

import java.util.Arrays;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;
import spaceslab.numerics.quantisation.CodeUsage;
import spaceslab.numerics.quantisation.FiniteScalarQuantiser;
import spaceslab.numerics.quantisation.MixedRadix;

/**
 * Which codes normal inputs reach, and the lattice of the first two or three coordinates: bounded
 * inputs before rounding, codes they reach and codes they do not. Three coordinates are drawn as a
 * parallel projection; further ones are summed over.
 */
final class LatticeUse {
    private static final int DRAWN = 600;
    private static final double[] DEPTH = {0.42, 0.27};

    private LatticeUse() {}

    static void emit(
            QuantiserParameters parameters,
            FiniteScalarQuantiser quantiser,
            Emitter out,
            StopSignal stop) {
        int shown = Math.min(3, quantiser.dimension());
        MixedRadix corner = new MixedRadix(quantiser.radix().levels().subList(0, shown));
        RandomStream random = new SeededStreams(parameters.seed()).stream(0);
        int[] indices = new int[parameters.samples()];
        boolean[] reached = new boolean[corner.size()];
        int drawn = Math.min(DRAWN, indices.length);
        double[] x = new double[drawn];
        double[] y = new double[drawn];
        double[] z = new double[quantiser.dimension()];
        for (int s = 0; s < indices.length; s++) {
            if (s % 4096 == 0) {
                stop.check();
            }
            Arrays.setAll(z, i -> parameters.sigma() * random.nextGaussian());
            int[] digits = quantiser.digits(z);
            indices[s] = quantiser.radix().index(digits);
            reached[corner.index(Arrays.copyOf(digits, shown))] = true;
            if (s < drawn) {
                double[] bounded = new double[shown];
                for (int i = 0; i < shown; i++) {
                    bounded[i] = quantiser.digit(i).position(z[i]);
                }
                x[s] = across(bounded);
                y[s] = upwards(bounded);
            }
        }
        out.points("encoded", x, y);
        codes("latticeUsed", corner, reached, true, out);
        codes("latticeUnused", corner, reached, false, out);
        CodeUsage usage = CodeUsage.of(indices, quantiser.radix().size());
        out.value("used", usage.used());
        out.value("usage", usage.usage());
        out.value("perplexity", usage.perplexity());
        shares(usage, out);
    }

    private static void codes(
            String name, MixedRadix corner, boolean[] reached, boolean wanted, Emitter out) {
        int[] chosen =
                java.util.stream.IntStream.range(0, reached.length)
                        .filter(i -> reached[i] == wanted)
                        .toArray();
        double[] x = new double[chosen.length];
        double[] y = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            double[] digits = Arrays.stream(corner.digits(chosen[i])).asDoubleStream().toArray();
            x[i] = across(digits);
            y[i] = upwards(digits);
        }
        out.points(name, x, y);
    }

    /** Sorted shares at ranks 1, 2, … and beyond 200 every ratio of 2 %. */
    private static void shares(CodeUsage usage, Emitter out) {
        double[] shares = usage.sortedShares();
        double next = 0;
        for (int rank = 0; rank < shares.length && shares[rank] > 0; rank++) {
            if (rank >= next) {
                out.point("share", rank + 1, shares[rank]);
                next = Math.max(rank + 1, rank < 200 ? 0 : 1.02 * rank);
            }
        }
    }

    private static double across(double[] digits) {
        return digits[0] + (digits.length > 2 ? DEPTH[0] * digits[2] : 0);
    }

    private static double upwards(double[] digits) {
        return (digits.length > 1 ? digits[1] : 0) + (digits.length > 2 ? DEPTH[1] * digits[2] : 0);
    }
}
