package spaceslab.numerics;

/**
 * Affine maps with full matrices, T·d² doubles: composing two costs d³ + d² multiplications, a step
 * of the recurrence d².
 */
public final class DenseMaps implements AffineMaps {
    private static final MatrixKernel KERNEL = MatrixKernel.fastest();

    private final int d;
    private final int length;
    private final double[] matrices;
    private final double[] offsets;

    /**
     * Maps that work on the given arrays themselves.
     *
     * @param d size of the state
     * @param matrices T × d × d, row-major
     * @param offsets T × d
     */
    public DenseMaps(int d, double[] matrices, double[] offsets) {
        if (d < 1 || offsets.length % d != 0 || matrices.length != (long) offsets.length * d) {
            throw new IllegalArgumentException(
                    matrices.length + " and " + offsets.length + " doubles do not fit d = " + d);
        }
        this.d = d;
        this.length = offsets.length / d;
        this.matrices = matrices;
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
        return (long) d * d * d + (long) d * d;
    }

    @Override
    public long multiplicationsPerStep() {
        return (long) d * d;
    }

    @Override
    public void compose(int earlier, int later) {
        double[] product = new double[d * d];
        double[] offset = new double[d];
        KERNEL.multiply(d, matrices, later * d * d, matrices, earlier * d * d, product, 0);
        MatrixKernel.affine(
                d, matrices, later * d * d, offsets, earlier * d, offsets, later * d, offset, 0);
        System.arraycopy(product, 0, matrices, later * d * d, d * d);
        System.arraycopy(offset, 0, offsets, later * d, d);
    }

    @Override
    public DenseMaps summary(int from, int to) {
        double[] m = new double[d * d];
        double[] b = new double[d];
        for (int i = 0; i < d; i++) {
            m[i * d + i] = 1;
        }
        double[] product = new double[d * d];
        double[] offset = new double[d];
        for (int t = from; t < to; t++) {
            KERNEL.multiply(d, matrices, t * d * d, m, 0, product, 0);
            MatrixKernel.affine(d, matrices, t * d * d, b, 0, offsets, t * d, offset, 0);
            double[] swap = m;
            m = product;
            product = swap;
            swap = b;
            b = offset;
            offset = swap;
        }
        return new DenseMaps(d, m, b);
    }

    @Override
    public void solve(int from, int to, double[] states) {
        for (int t = from; t < to; t++) {
            apply(t, states, t, t + 1);
        }
    }

    @Override
    public void apply(int index, double[] states, int fromRow, int toRow) {
        MatrixKernel.affine(
                d,
                matrices,
                index * d * d,
                states,
                fromRow * d,
                offsets,
                index * d,
                states,
                toRow * d);
    }
}
