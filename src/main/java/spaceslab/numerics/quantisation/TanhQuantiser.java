package spaceslab.numerics.quantisation;

/**
 * The paper's form: bound(z) = tanh(z + shift)·halfWidth − offset, rounded to {−⌊L/2⌋ … }, where
 * offset is 1/2 for even L (whose levels are not symmetric) and shift puts z = 0 on the level 0.
 *
 * @param levels L
 * @param halfWidth (L − 1)/2, narrowed or widened by 1/1000
 * @param offset 0 for odd, 1/2 for even L
 * @param shift so that bound(0) = 0
 */
public record TanhQuantiser(int levels, double halfWidth, double offset, double shift)
        implements ScalarQuantiser {
    private static final double EPSILON = 1e-3;

    public TanhQuantiser {
        ScalarQuantiser.check(levels);
        if (!Double.isFinite(shift)) {
            throw new IllegalArgumentException(
                    "levels ("
                            + levels
                            + ") has no shift in this form; 2 needs the symmetric form");
        }
    }

    /**
     * With the shift that solves bound(0) = 0, arctanh(offset/halfWidth). There is none for L = 2:
     * the narrowed half width 0.4995 is below the offset.
     */
    public static TanhQuantiser corrected(int levels) {
        double half = half(levels, 1 - EPSILON);
        return new TanhQuantiser(
                levels, half, offset(levels), ScalarQuantiser.arctanh(offset(levels) / half));
    }

    /** With the shift as the paper and its notebook print it, tan(offset/halfWidth). */
    public static TanhQuantiser published(int levels) {
        double half = half(levels, 1 - EPSILON);
        return new TanhQuantiser(levels, half, offset(levels), Math.tan(offset(levels) / half));
    }

    /** As lucidrains' library has it: half width widened by 1/1000, arctanh. */
    public static TanhQuantiser widened(int levels) {
        double half = half(levels, 1 + EPSILON);
        return new TanhQuantiser(
                levels, half, offset(levels), ScalarQuantiser.arctanh(offset(levels) / half));
    }

    private static double half(int levels, double factor) {
        ScalarQuantiser.check(levels);
        return (levels - 1) * factor / 2;
    }

    private static double offset(int levels) {
        return levels % 2 == 0 ? 0.5 : 0;
    }

    /** The bounded z in the paper's units: 0 is the level of z = 0. */
    public double bound(double z) {
        return Math.tanh(z + shift) * halfWidth - offset;
    }

    @Override
    public double position(double z) {
        return bound(z) + levels / 2;
    }

    @Override
    public double slope(double z) {
        double t = Math.tanh(z + shift);
        return (1 - t * t) * halfWidth;
    }

    @Override
    public int digit(double z) {
        if (Double.isNaN(z)) {
            throw new IllegalArgumentException("z (NaN) must be a number");
        }
        // rounded before it is moved: a tie is decided as in the paper's code
        return (int) Math.rint(bound(z)) + levels / 2;
    }

    @Override
    public double code(int digit) {
        return (double) (digit - levels / 2) / (levels / 2);
    }

    @Override
    public double edge(int k) {
        return ScalarQuantiser.arctanh((k + 0.5 - levels / 2 + offset) / halfWidth) - shift;
    }
}
