package spaceslab.essay.pretraining;

import spaceslab.experiment.Emitter;

/** The four neighbours of a pixel, and where they are once the picture is a sequence. */
final class Neighbourhood {
    private static final String[] NAMES = {"left", "right", "above", "below"};
    private static final int[] ROWS = {0, 0, -1, 1};
    private static final int[] COLUMNS = {-1, 1, 0, 0};

    private Neighbourhood() {}

    static void emit(double[] pixels, int side, int row, int column, Emitter out) {
        int position = row * side + column;
        out.value("position", position);
        out.point("pixel", position, pixels[position]);
        for (int i = 0; i < NAMES.length; i++) {
            int r = row + ROWS[i];
            int c = column + COLUMNS[i];
            if (r >= 0 && r < side && c >= 0 && c < side) {
                int there = r * side + c;
                out.point("neighbours", there, pixels[there]);
                out.row("neighbourhood", NAMES[i], 1, Math.abs(there - position));
            }
        }
    }
}
