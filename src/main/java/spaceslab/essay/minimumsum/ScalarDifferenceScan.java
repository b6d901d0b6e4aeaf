package spaceslab.essay.minimumsum;

/** One candidate a step, in plain Java: four additions and a comparison. */
final class ScalarDifferenceScan implements DifferenceScan {
    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public int scan(long[] differences, int steps, long threshold, int[] hits) {
        long v0 = differences[0];
        long v1 = differences[1];
        long v2 = differences[2];
        long v3 = differences[3];
        long v4 = differences[4];
        int found = 0;
        for (int step = 0; step < steps; step++) {
            if (v0 < threshold) {
                hits[found++] = step;
            }
            v0 += v1;
            v1 += v2;
            v2 += v3;
            v3 += v4;
        }
        return found;
    }
}
