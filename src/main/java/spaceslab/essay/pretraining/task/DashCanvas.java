package spaceslab.essay.pretraining.task;

import java.util.Arrays;

/** Which pixels are taken by the ribbon around which dash; the frame of one pixel is not free. */
final class DashCanvas {
    /** Half a dash's thickness. */
    static final double HALF_THICKNESS = 0.25;

    /** Pixels kept free on both sides of a dash. */
    static final int MARGIN = 1;

    private static final int FREE = 0;
    private static final int FRAME = -1;

    private final int size;
    private int[] owner;
    private int dashes;

    DashCanvas(int size) {
        this.size = size;
        owner = new int[size * size];
        for (int i = 0; i < size; i++) {
            owner[i] = FRAME;
            owner[(size - 1) * size + i] = FRAME;
            owner[i * size] = FRAME;
            owner[i * size + size - 1] = FRAME;
        }
    }

    /** A state to come back to. */
    record Mark(int[] owner, int dashes) {}

    Mark mark() {
        return new Mark(owner.clone(), dashes);
    }

    void restore(Mark mark) {
        owner = mark.owner().clone();
        dashes = mark.dashes();
    }

    /**
     * Takes the ribbon of a dash and returns its number from 1; 0 where another than {@code
     * neighbour} has some of it or it leaves the picture.
     */
    int take(Pathfinder.Dash dash, int neighbour) {
        if (!inside(dash.tail()) || !inside(dash.head())) {
            return 0;
        }
        int[] ribbon = ribbon(size, dash);
        for (int pixel : ribbon) {
            if (owner[pixel] != FREE && owner[pixel] != neighbour) {
                return 0;
            }
        }
        dashes++;
        for (int pixel : ribbon) {
            owner[pixel] = owner[pixel] == FREE ? dashes : owner[pixel];
        }
        return dashes;
    }

    /** Whether a pixel and its four neighbours are free of other dashes than {@code neighbour}. */
    boolean isClear(int row, int column, int neighbour) {
        if (row < MARGIN || column < MARGIN || row >= size - MARGIN || column >= size - MARGIN) {
            return false;
        }
        int pixel = row * size + column;
        for (int p : new int[] {pixel, pixel - 1, pixel + 1, pixel - size, pixel + size}) {
            if (owner[p] != FREE && owner[p] != neighbour) {
                return false;
            }
        }
        return true;
    }

    private boolean inside(Pathfinder.Point p) {
        return p.row() >= 0 && p.row() <= size - 1 && p.column() >= 0 && p.column() <= size - 1;
    }

    /** Pixels whose centres are within thickness and margin of a dash. */
    static int[] ribbon(int size, Pathfinder.Dash dash) {
        double reach = HALF_THICKNESS + MARGIN;
        int[] box = near(size, dash, reach);
        int count = 0;
        for (int pixel : box) {
            if (dash.distance(pixel / size, pixel % size) <= reach) {
                box[count++] = pixel;
            }
        }
        return Arrays.copyOf(box, count);
    }

    /** Pixels of the box around a dash, {@code reach} wider on all sides. */
    static int[] near(int size, Pathfinder.Dash dash, double reach) {
        int top = first(Math.min(dash.tail().row(), dash.head().row()) - reach);
        int bottom = last(Math.max(dash.tail().row(), dash.head().row()) + reach, size);
        int left = first(Math.min(dash.tail().column(), dash.head().column()) - reach);
        int right = last(Math.max(dash.tail().column(), dash.head().column()) + reach, size);
        int[] box = new int[(bottom - top + 1) * (right - left + 1)];
        int count = 0;
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                box[count++] = row * size + column;
            }
        }
        return box;
    }

    private static int first(double coordinate) {
        return Math.max(0, (int) Math.floor(coordinate));
    }

    private static int last(double coordinate, int size) {
        return Math.min(size - 1, (int) Math.ceil(coordinate));
    }
}
