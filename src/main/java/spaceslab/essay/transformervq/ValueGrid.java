package spaceslab.essay.transformervq;

import spaceslab.numerics.RandomStream;

/** What values are drawn from. */
enum ValueGrid {
    /** Multiples of 1/256: their sums are exact. */
    EXACT,
    /** Normal numbers: sums round. */
    NORMAL;

    private static final double STEPS = 256;

    double draw(RandomStream random) {
        double normal = random.nextGaussian();
        return this == EXACT ? Math.rint(normal * STEPS) / STEPS : normal;
    }
}
