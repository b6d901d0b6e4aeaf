package spaceslab.numerics;

/**
 * Affine maps with diagonal matrices: d independent channels, 2 d multiplications to compose two, d
 * for a step of the recurrence. Rows are steps, so a step reads contiguous memory.
 */
public final class DiagonalMaps implements AffineMaps {
    private static final DiagonalKernel KERNEL = DiagonalKernel.fastest();

    private final int d;
    private final int length;
    private final double[] factors;
    private final double[] offsets;

    /**
     * Maps that work on the given arrays themselves.
     *
     * @param d channels
     * @param factors T × d
     * @param offsets T × d
     */
    public DiagonalMaps(int d, double[] factors, double[] offsets) {
        if (d < 1 || offsets.length % d != 0 || factors.length != offsets.length) {
            throw new IllegalArgumentException(
                    factors.length + " and " + offsets.length + " doubles do not fit d = " + d);
        }
        this.d = d;
        this.length = offsets.length / d;
        this.factors = factors;
        this.offsets = offsets;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int width() {
        return d;
    }

    @Override
    public long multiplicationsPerComposition() {
        return 2L * d;
    }

    @Override
    public long multiplicationsPerStep() {
        return d;
    }

    @Override
    public void compose(int earlier, int later) {
        int e = earlier * d;
        int l = later * d;
        for (int c = 0; c < d; c++) {
            offsets[l + c] += factors[l + c] * offsets[e + c];
            factors[l + c] *= factors[e + c];
        }
    }

    @Override
    public DiagonalMaps summary(int from, int to) {
        double[] product = new double[d];
        double[] offset = new double[d];
        java.util.Arrays.fill(product, 1);
        for (int t = from; t < to; t++) {
            int row = t * d;
            for (int c = 0; c < d; c++) {
                product[c] *= factors[row + c];
                offset[c] = factors[row + c] * offset[c] + offsets[row + c];
            }
        }
        return new DiagonalMaps(d, product, offset);
    }

    @Override
    public void solve(int from, int to, double[] states) {
        KERNEL.solve(d, 0, d, from, to, factors, offsets, states);
    }

    /** {@link #solve} of the channels {@code first} … {@code end − 1} alone. */
    public void solveChannels(int first, int end, double[] states) {
        KERNEL.solve(d, first, end, 0, length, factors, offsets, states);
    }

    @Override
    public void apply(int index, double[] states, int fromRow, int toRow) {
        for (int c = 0; c < d; c++) {
            states[toRow * d + c] =
                    factors[index * d + c] * states[fromRow * d + c] + offsets[index * d + c];
        }
    }
}
