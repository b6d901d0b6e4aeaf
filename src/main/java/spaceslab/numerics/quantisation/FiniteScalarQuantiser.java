package spaceslab.numerics.quantisation;

import java.util.List;

/**
 * Finite scalar quantisation of a vector of d coordinates: each is rounded by itself, and the
 * digits together are one of Π L_i codes. No codebook is learned.
 */
public final class FiniteScalarQuantiser {
    private final List<ScalarQuantiser> digits;
    private final MixedRadix radix;

    public FiniteScalarQuantiser(ScalarForm form, List<Integer> levels) {
        this(levels.stream().map(form::of).toList());
    }

    public FiniteScalarQuantiser(List<ScalarQuantiser> digits) {
        this.digits = List.copyOf(digits);
        this.radix = new MixedRadix(digits.stream().map(ScalarQuantiser::levels).toList());
    }

    /** d. */
    public int dimension() {
        return digits.size();
    }

    /** Between digits and index. */
    public MixedRadix radix() {
        return radix;
    }

    /** The quantiser of a coordinate. */
    public ScalarQuantiser digit(int coordinate) {
        return digits.get(coordinate);
    }

    /** The digits of a vector. */
    public int[] digits(double[] z) {
        if (z.length != dimension()) {
            throw new IllegalArgumentException(
                    z.length + " coordinates for " + dimension() + " levels");
        }
        int[] result = new int[z.length];
        for (int i = 0; i < z.length; i++) {
            result[i] = digits.get(i).digit(z[i]);
        }
        return result;
    }

    /** The index of a vector. */
    public int index(double[] z) {
        return radix.index(digits(z));
    }

    /** The vector that stands for an index, each coordinate about −1 … 1. */
    public double[] code(int index) {
        int[] of = radix.digits(index);
        double[] code = new double[of.length];
        for (int i = 0; i < of.length; i++) {
            code[i] = digits.get(i).code(of[i]);
        }
        return code;
    }
}
