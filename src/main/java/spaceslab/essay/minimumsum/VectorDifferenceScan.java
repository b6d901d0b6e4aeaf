package spaceslab.essay.minimumsum;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * As many candidates a step as the widest vector has longs (8 with AVX-512, 4 with AVX2). Loaded
 * only where the module {@code jdk.incubator.vector} is present.
 */
final class VectorDifferenceScan implements DifferenceScan {
    private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private VectorDifferenceScan() {}

    /** A factory, so that callers name this class in no field or signature. */
    static DifferenceScan create() {
        return new VectorDifferenceScan();
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public int scan(long[] differences, int steps, long threshold, int[] hits) {
        LongVector v0 = LongVector.fromArray(SPECIES, differences, 0);
        LongVector v1 = LongVector.fromArray(SPECIES, differences, LANES);
        LongVector v2 = LongVector.fromArray(SPECIES, differences, 2 * LANES);
        LongVector v3 = LongVector.fromArray(SPECIES, differences, 3 * LANES);
        LongVector v4 = LongVector.fromArray(SPECIES, differences, 4 * LANES);
        LongVector limit = LongVector.broadcast(SPECIES, threshold);
        int found = 0;
        for (int step = 0; step < steps; step++) {
            VectorMask<Long> hit = v0.compare(VectorOperators.LT, limit);
            if (hit.anyTrue()) {
                for (long lanes = hit.toLong(); lanes != 0; lanes &= lanes - 1) {
                    hits[found++] = LANES * step + Long.numberOfTrailingZeros(lanes);
                }
            }
            v0 = v0.add(v1);
            v1 = v1.add(v2);
            v2 = v2.add(v3);
            v3 = v3.add(v4);
        }
        return found;
    }
}
