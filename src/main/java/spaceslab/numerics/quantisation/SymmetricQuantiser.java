package spaceslab.numerics.quantisation;

/**
 * The form whose codes are symmetric for every L, including 2: digit = ⌊(L − 1)(tanh z + 1)/2 +
 * 1/2⌋. Source: stable-codec, and {@code preserve_symmetry} of lucidrains' library.
 *
 * @param levels L
 */
public record SymmetricQuantiser(int levels) implements ScalarQuantiser {
    public SymmetricQuantiser {
        ScalarQuantiser.check(levels);
    }

    @Override
    public double position(double z) {
        return (levels - 1) * (Math.tanh(z) + 1) / 2;
    }

    @Override
    public double slope(double z) {
        double t = Math.tanh(z);
        return (levels - 1) * (1 - t * t) / 2;
    }

    @Override
    public int digit(double z) {
        if (Double.isNaN(z)) {
            throw new IllegalArgumentException("z (NaN) must be a number");
        }
        return (int) Math.floor(position(z) + 0.5);
    }

    @Override
    public double code(int digit) {
        return 2.0 * digit / (levels - 1) - 1;
    }

    @Override
    public double edge(int k) {
        return ScalarQuantiser.arctanh(2 * (k + 0.5) / (levels - 1) - 1);
    }
}
