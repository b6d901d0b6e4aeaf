package spaceslab.essay.pretraining.task;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import spaceslab.essay.pretraining.task.Pathfinder.Dash;
import spaceslab.essay.pretraining.task.Pathfinder.Point;
import spaceslab.numerics.RandomStream;

/** A dashed line that grows at its end, in the direction drawn from the weights of its turns. */
public final class Contour {
    private static final double LENGTH = 2;
    private static final int TRIALS = 3;

    private final List<Dash> dashes = new ArrayList<>();
    private Point pivot;
    private double direction;
    private int lastDash;

    private Contour(Dash first, double direction, int number) {
        dashes.add(first);
        this.direction = direction;
        this.pivot = first.head().moved(direction, -LENGTH - DashCanvas.MARGIN);
        this.lastDash = number;
    }

    /** The first dash, or empty where it finds no room. */
    static Optional<Contour> seed(DashCanvas canvas, Point tail, double direction) {
        Dash dash = new Dash(tail, tail.moved(direction, LENGTH));
        int number = canvas.take(dash, 0);
        return number == 0 ? Optional.empty() : Optional.of(new Contour(dash, direction, number));
    }

    /** Dashes from the beginning to the end. */
    public List<Dash> dashes() {
        return List.copyOf(dashes);
    }

    Point beginning() {
        return dashes.getFirst().tail();
    }

    Point end() {
        return dashes.getLast().head();
    }

    /**
     * Adds a dash. Its head is a pixel at distance length + margin from a pivot a margin behind the
     * last head, drawn with weight cos²(min(continuity · turn, π/2)) among the free ones.
     *
     * @return whether it found room
     */
    boolean grow(DashCanvas canvas, double continuity, RandomStream random) {
        Point next = pivot.moved(direction, LENGTH + 2 * DashCanvas.MARGIN);
        List<Point> heads = heads(canvas, next);
        double[] weights = heads.stream().mapToDouble(h -> weight(next, h, continuity)).toArray();
        double total = java.util.Arrays.stream(weights).sum();
        for (int trial = 0; trial < TRIALS && total > 1e-4; trial++) {
            Point head = heads.get(drawn(weights, total * random.nextDouble()));
            double turned = next.angleTo(head);
            Dash dash = new Dash(head.moved(turned, -LENGTH), head);
            int number = canvas.take(dash, lastDash);
            if (number != 0) {
                dashes.add(dash);
                pivot = next;
                direction = turned;
                lastDash = number;
                return true;
            }
        }
        return false;
    }

    private List<Point> heads(DashCanvas canvas, Point around) {
        double radius = LENGTH + DashCanvas.MARGIN;
        int steps = (int) Math.ceil(2 * Math.PI * radius);
        Set<Point> heads = new LinkedHashSet<>();
        for (int i = 0; i < steps; i++) {
            Point head = around.moved(2 * Math.PI * i / steps, radius).rounded();
            if (canvas.isClear((int) head.row(), (int) head.column(), lastDash)) {
                heads.add(head);
            }
        }
        return List.copyOf(heads);
    }

    private double weight(Point from, Point head, double continuity) {
        double turn = Math.abs(Math.IEEEremainder(from.angleTo(head) - direction, 2 * Math.PI));
        double cosine = Math.cos(Math.min(continuity * turn, Math.PI / 2));
        return cosine * cosine;
    }

    private static int drawn(double[] weights, double at) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            if (at < sum) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
