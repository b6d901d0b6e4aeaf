package spaceslab.numerics;

/**
 * Affine maps with complex diagonal matrices: d complex channels held as pairs (re, im); 8 d real
 * multiplications to compose two, 4 d for a step of the recurrence.
 */
public final class ComplexDiagonalMaps implements AffineMaps {
    private final int width;
    private final int length;
    private final double[] factors;
    private final double[] offsets;

    /**
     * Maps that work on the given arrays themselves.
     *
     * @param d complex channels
     * @param factors T × 2d: re, im of each channel
     * @param offsets T × 2d
     */
    public ComplexDiagonalMaps(int d, double[] factors, double[] offsets) {
        if (d < 1 || offsets.length % (2 * d) != 0 || factors.length != offsets.length) {
            throw new IllegalArgumentException(
                    factors.length + " and " + offsets.length + " doubles do not fit d = " + d);
        }
        this.width = 2 * d;
        this.length = offsets.length / width;
        this.factors = factors;
        this.offsets = offsets;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public long multiplicationsPerComposition() {
        return 4L * width;
    }

    @Override
    public long multiplicationsPerStep() {
        return 2L * width;
    }

    @Override
    public void compose(int earlier, int later) {
        for (int c = 0; c < width; c += 2) {
            int e = earlier * width + c;
            int l = later * width + c;
            double re = factors[l];
            double im = factors[l + 1];
            offsets[l] += re * offsets[e] - im * offsets[e + 1];
            offsets[l + 1] += re * offsets[e + 1] + im * offsets[e];
            factors[l] = re * factors[e] - im * factors[e + 1];
            factors[l + 1] = re * factors[e + 1] + im * factors[e];
        }
    }

    @Override
    public ComplexDiagonalMaps summary(int from, int to) {
        double[] product = new double[width];
        for (int c = 0; c < width; c += 2) {
            product[c] = 1;
        }
        double[] maps = new double[2 * width];
        double[] steps = new double[2 * width];
        System.arraycopy(product, 0, maps, 0, width);
        ComplexDiagonalMaps pair = new ComplexDiagonalMaps(width / 2, maps, steps);
        for (int t = from; t < to; t++) {
            System.arraycopy(factors, t * width, maps, width, width);
            System.arraycopy(offsets, t * width, steps, width, width);
            pair.compose(0, 1);
            System.arraycopy(maps, width, maps, 0, width);
            System.arraycopy(steps, width, steps, 0, width);
        }
        return new ComplexDiagonalMaps(
                width / 2,
                java.util.Arrays.copyOf(maps, width),
                java.util.Arrays.copyOf(steps, width));
    }

    @Override
    public void solve(int from, int to, double[] states) {
        for (int t = from; t < to; t++) {
            apply(t, states, t, t + 1);
        }
    }

    @Override
    public void apply(int index, double[] states, int fromRow, int toRow) {
        int x = fromRow * width;
        int y = toRow * width;
        int m = index * width;
        for (int c = 0; c < width; c += 2) {
            double re = states[x + c];
            double im = states[x + c + 1];
            states[y + c] = factors[m + c] * re - factors[m + c + 1] * im + offsets[m + c];
            states[y + c + 1] = factors[m + c] * im + factors[m + c + 1] * re + offsets[m + c + 1];
        }
    }
}
