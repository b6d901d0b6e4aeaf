package spaceslab.essay.pretraining.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;

/**
 * Pathfinder (Linsley et al., arXiv:1805.08315): two long dashed contours that grow side by side
 * from nearby seeds, short ones that distract, and two discs, one at the beginning of a contour and
 * one at an end: of the same contour (label 1) or of the other (label 0).
 *
 * @param size pixels of a side
 * @param seedDistance between the beginnings of the two contours
 * @param contour dashes of a long contour
 * @param continuity how fast a turn loses weight: cos²(min(continuity · angle, π/2))
 * @param distractors short contours, of a third of the dashes; as many of them as find room
 * @param markerRadius of the discs
 */
public record Pathfinder(
        int size,
        int seedDistance,
        int contour,
        double continuity,
        int distractors,
        double markerRadius) {
    private static final int RETRIALS = 4;
    private static final int PLACES = 100;

    public Pathfinder {
        if (size < 4 * seedDistance + 1 || contour < 2) {
            throw new IllegalArgumentException(
                    "size (%d) must exceed four seedDistances (%d), contour (%d) be at least 2"
                            .formatted(size, seedDistance, contour));
        }
    }

    /** A picture, or empty where {@code attempts} times the contours have found no way. */
    public Optional<PathfinderPicture> draw(RandomStream random, int attempts, StopSignal stop) {
        for (int attempt = 1; attempt <= attempts; attempt++) {
            stop.check();
            DashCanvas canvas = new DashCanvas(size);
            List<Contour> pair = pair(canvas, random);
            if (!pair.isEmpty()) {
                List<Contour> all = new ArrayList<>(pair);
                distract(canvas, all, random);
                int label = random.nextInt(2);
                int origin = random.nextInt(2);
                int terminal = label == 1 ? origin : 1 - origin;
                return Optional.of(
                        new PathfinderPicture(
                                size,
                                all,
                                label,
                                pair.get(origin).beginning(),
                                pair.get(terminal).end(),
                                markerRadius,
                                attempt));
            }
        }
        return Optional.empty();
    }

    /** Both long contours, or nothing where one of them has run into something. */
    private List<Contour> pair(DashCanvas canvas, RandomStream random) {
        Point start =
                new Point(
                        2 * seedDistance + random.nextInt(size - 4 * seedDistance),
                        2 * seedDistance + random.nextInt(size - 4 * seedDistance));
        Point other = start.moved(angle(random), seedDistance).rounded();
        List<Contour> pair = new ArrayList<>();
        for (Point beginning : List.of(start, other)) {
            Optional<Contour> contour = Contour.seed(canvas, beginning, angle(random));
            if (contour.isEmpty()) {
                return List.of();
            }
            pair.add(contour.get());
        }
        for (int dash = 1; dash < contour; dash++) {
            for (Contour grown : pair) {
                if (!grown.grow(canvas, continuity, random)) {
                    return List.of();
                }
            }
        }
        return pair;
    }

    private void distract(DashCanvas canvas, List<Contour> all, RandomStream random) {
        for (int i = 0; i < distractors; i++) {
            for (int trial = 0; trial < RETRIALS; trial++) {
                Optional<Contour> grown = distractor(canvas, random);
                if (grown.isPresent()) {
                    all.add(grown.get());
                    break;
                }
            }
        }
    }

    private Optional<Contour> distractor(DashCanvas canvas, RandomStream random) {
        DashCanvas.Mark before = canvas.mark();
        Optional<Contour> seed = seedAnywhere(canvas, random);
        boolean whole = seed.isPresent();
        for (int dash = 1; whole && dash < contour / 3; dash++) {
            whole = seed.get().grow(canvas, continuity, random);
        }
        if (!whole) {
            canvas.restore(before);
            return Optional.empty();
        }
        return seed;
    }

    /** Uniformly among the places with room, by rejection. */
    private Optional<Contour> seedAnywhere(DashCanvas canvas, RandomStream random) {
        Optional<Contour> seed = Optional.empty();
        for (int place = 0; place < PLACES && seed.isEmpty(); place++) {
            Point beginning = new Point(random.nextInt(size), random.nextInt(size));
            seed = Contour.seed(canvas, beginning, angle(random));
        }
        return seed;
    }

    private static double angle(RandomStream random) {
        return 2 * Math.PI * random.nextDouble();
    }

    /** A place on the picture; pixels have whole coordinates at their centres. */
    public record Point(double row, double column) {
        Point moved(double angle, double distance) {
            return new Point(row + distance * Math.sin(angle), column + distance * Math.cos(angle));
        }

        Point rounded() {
            return new Point(Math.rint(row), Math.rint(column));
        }

        double angleTo(Point other) {
            return Math.atan2(other.row - row, other.column - column);
        }

        /** Euclidean. */
        public double distance(Point other) {
            return Math.hypot(row - other.row, column - other.column);
        }
    }

    /** A straight dash from tail to head. */
    public record Dash(Point tail, Point head) {
        double distance(double row, double column) {
            double dr = head.row - tail.row;
            double dc = head.column - tail.column;
            double along =
                    ((row - tail.row) * dr + (column - tail.column) * dc) / (dr * dr + dc * dc);
            double t = Math.clamp(along, 0, 1);
            return Math.hypot(row - tail.row - t * dr, column - tail.column - t * dc);
        }
    }
}
