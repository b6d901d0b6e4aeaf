package spaceslab.essay.fsq.codes;

import java.util.Arrays;
import java.util.stream.IntStream;
import spaceslab.experiment.Emitter;
import spaceslab.numerics.quantisation.MixedRadix;

/**
 * The lattice of the first two or three digits: bounded vectors before rounding, codes that are
 * reached and codes that are not. Three digits are drawn as a parallel projection; further ones are
 * summed over.
 */
public final class LatticePicture {
    private static final double[] DEPTH = {0.42, 0.27};

    private LatticePicture() {}

    /**
     * Emits the series {@code encoded}, {@code latticeUsed} and {@code latticeUnused}.
     *
     * @param indices of all vectors
     * @param positions bounded, unrounded coordinates of the vectors that are drawn, in levels
     */
    public static void emit(MixedRadix radix, int[] indices, double[][] positions, Emitter out) {
        int shown = Math.min(3, radix.levels().size());
        MixedRadix corner = new MixedRadix(radix.levels().subList(0, shown));
        boolean[] reached = new boolean[corner.size()];
        for (int index : indices) {
            // the first digits are the fastest
            reached[index % corner.size()] = true;
        }
        double[][] drawn =
                Arrays.stream(positions).map(p -> Arrays.copyOf(p, shown)).toArray(double[][]::new);
        points("encoded", drawn, out);
        points("latticeUsed", codes(corner, reached, true), out);
        points("latticeUnused", codes(corner, reached, false), out);
    }

    private static double[][] codes(MixedRadix corner, boolean[] reached, boolean wanted) {
        return IntStream.range(0, reached.length)
                .filter(i -> reached[i] == wanted)
                .mapToObj(i -> Arrays.stream(corner.digits(i)).asDoubleStream().toArray())
                .toArray(double[][]::new);
    }

    private static void points(String series, double[][] digits, Emitter out) {
        out.points(
                series,
                Arrays.stream(digits).mapToDouble(LatticePicture::across).toArray(),
                Arrays.stream(digits).mapToDouble(LatticePicture::upwards).toArray());
    }

    private static double across(double[] digits) {
        return digits[0] + (digits.length > 2 ? DEPTH[0] * digits[2] : 0);
    }

    private static double upwards(double[] digits) {
        return (digits.length > 1 ? digits[1] : 0) + (digits.length > 2 ? DEPTH[1] * digits[2] : 0);
    }
}
