package spaceslab.essay.pretraining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spaceslab.essay.pretraining.task.Contour;
import spaceslab.essay.pretraining.task.Pathfinder;
import spaceslab.essay.pretraining.task.Pathfinder.Dash;
import spaceslab.essay.pretraining.task.Pathfinder.Point;
import spaceslab.essay.pretraining.task.PathfinderPicture;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.SeededStreams;

/**
 * What becomes of a picture when it is read as a sequence, row after row: how far apart neighbours
 * are, and whether anything short of following the contour tells the label.
 */
final class PathfinderExperiment implements Experiment<PathfinderParameters> {
    private static final int ATTEMPTS = 20_000;
    private static final int[] CONTOUR_A = {86, 180, 233};
    private static final int[] CONTOUR_B = {230, 159, 0};
    private static final int[] DISTRACTOR = {110, 110, 110};
    private static final int[] DISC = {255, 255, 255};
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "label",
                            "length",
                            "position",
                            "side",
                            "markersApart",
                            "markersApartSequence",
                            "attempts",
                            "connected",
                            "pictures",
                            "placedDistractors",
                            "byDistance",
                            "byInk",
                            "coinWithin",
                            "within8")
                    .series("raster", "neighbours", "pixel", "steps")
                    .table("neighbourhood", "neighbour", "inPicture", "inSequence")
                    .images("pictures")
                    .build();

    @Override
    public String id() {
        return "pathfinder";
    }

    @Override
    public int schemaVersion() {
        return 2;
    }

    @Override
    public Class<PathfinderParameters> parameters() {
        return PathfinderParameters.class;
    }

    @Override
    public Mode mode(PathfinderParameters parameters) {
        return Mode.LIVE;
    }

    @Override
    public Cost cost(PathfinderParameters parameters) {
        double pixels = Math.pow(parameters.size().pixels(), 2);
        return new Cost(0.1 + 1.5e-6 * pixels * parameters.pictures(), 16_000_000);
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(PathfinderParameters parameters, Emitter out, StopSignal stop) {
        Pathfinder task = parameters.task();
        SeededStreams streams = new SeededStreams(parameters.seed());
        List<PathfinderPicture> pictures = new ArrayList<>();
        for (int i = 0; i < parameters.pictures(); i++) {
            Optional<PathfinderPicture> drawn = task.draw(streams.stream(i), ATTEMPTS, stop);
            if (drawn.isEmpty()) {
                out.note("noWay", parameters.contour(), ATTEMPTS);
                return;
            }
            pictures.add(drawn.get());
            if (i == 0) {
                show(drawn.get(), parameters, out);
            }
        }
        count(pictures, out);
    }

    private static void show(
            PathfinderPicture picture, PathfinderParameters parameters, Emitter out) {
        int side = picture.size();
        out.value("label", picture.label());
        out.value("side", side);
        out.value("length", side * side);
        out.value("attempts", picture.attempts());
        out.value("placedDistractors", picture.contours().size() - 2);
        out.value("markersApart", picture.origin().distance(picture.terminal()));
        out.value(
                "markersApartSequence",
                Math.abs(position(picture.origin(), side) - position(picture.terminal(), side)));
        emitImages(picture, out);
        double[] pixels = picture.pixels();
        double[] positions = new double[pixels.length];
        java.util.Arrays.setAll(positions, i -> i);
        out.points("raster", positions, pixels);
        Neighbourhood.emit(pixels, side, parameters.row(), parameters.column(), out);
    }

    /**
     * What the model sees, as a picture, and the same with every contour in a colour of its own.
     */
    private static void emitImages(PathfinderPicture picture, Emitter out) {
        int count = picture.size() * picture.size();
        byte[] data = new byte[2 * 3 * count];
        paint(data, 0, picture.pixels(), DISC);
        for (int i = picture.contours().size() - 1; i >= 0; i--) {
            int[] colour = i == 0 ? CONTOUR_A : i == 1 ? CONTOUR_B : DISTRACTOR;
            paint(data, 3 * count, picture.pixels(picture.contours().get(i)), colour);
        }
        paint(data, 3 * count, picture.markers(), DISC);
        out.emit(new RunEvent.Images("pictures", picture.size(), picture.size(), 3, 2, data));
    }

    private static void paint(byte[] data, int from, double[] pixels, int[] colour) {
        for (int p = 0; p < pixels.length; p++) {
            for (int c = 0; c < 3; c++) {
                int at = from + 3 * p + c;
                int value = (int) Math.round(pixels[p] * colour[c]);
                data[at] = (byte) Math.max(data[at] & 0xff, value);
            }
        }
    }

    private static int position(Point point, int side) {
        return (int) Math.rint(point.row()) * side + (int) Math.rint(point.column());
    }

    private static void count(List<PathfinderPicture> pictures, Emitter out) {
        int connected = pictures.stream().mapToInt(PathfinderPicture::label).sum();
        out.value("pictures", pictures.size());
        out.value("connected", 100.0 * connected / pictures.size());
        out.value(
                "byDistance", Threshold.accuracy(pictures, p -> p.origin().distance(p.terminal())));
        out.value(
                "byInk",
                Threshold.accuracy(pictures, p -> java.util.Arrays.stream(p.pixels()).sum()));
        // two standard errors of a share: twice √(¼/n)
        out.value("coinWithin", 100 / Math.sqrt(pictures.size()));
        steps(pictures, out);
    }

    /** How far in the sequence one must go from a dash of a long contour to the next. */
    private static void steps(List<PathfinderPicture> pictures, Emitter out) {
        int side = pictures.getFirst().size();
        int[] counts = new int[side * side];
        int all = 0;
        int near = 0;
        for (PathfinderPicture picture : pictures) {
            for (Contour contour : picture.contours().subList(0, 2)) {
                List<Dash> dashes = contour.dashes();
                for (int i = 1; i < dashes.size(); i++) {
                    int step =
                            Math.abs(
                                    position(dashes.get(i).head(), side)
                                            - position(dashes.get(i - 1).head(), side));
                    counts[step]++;
                    all++;
                    near += step <= 8 ? 1 : 0;
                }
            }
        }
        for (int step = 0; step < counts.length; step++) {
            if (counts[step] > 0) {
                out.point("steps", step, 100.0 * counts[step] / all);
            }
        }
        out.value("within8", 100.0 * near / all);
    }
}
