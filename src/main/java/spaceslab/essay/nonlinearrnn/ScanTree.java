package spaceslab.essay.nonlinearrnn;

import spaceslab.experiment.Emitter;

/** The scan tree level by level: how many maps each position has composed. */
final class ScanTree {
    private ScanTree() {}

    /** Emits the grid {@code scanTree}: row 0 is the start, row l the state after level l. */
    static void emit(int length, int levels, Emitter out) {
        int[] spans = new int[length];
        java.util.Arrays.fill(spans, 1);
        double[] rows = new double[length];
        java.util.Arrays.fill(rows, 1);
        int stride = 1;
        int done = 0;
        boolean down = false;
        while (stride >= 1 && done < levels) {
            int first = (down ? 3 : 2) * stride - 1;
            if (!down && 2 * stride > length) {
                down = true;
                continue;
            }
            if (first < length) {
                for (int i = first; i < length; i += 2 * stride) {
                    spans[i] += spans[i - stride];
                }
                rows = java.util.Arrays.copyOf(rows, rows.length + length);
                for (int i = 0; i < length; i++) {
                    rows[rows.length - length + i] = spans[i];
                }
                done++;
            }
            stride = down ? stride / 2 : 2 * stride;
        }
        out.grid("scanTree", rows.length / length, length, rows);
    }
}
