package spaceslab.essay.pretraining;

import spaceslab.essay.pretraining.task.Pathfinder;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of drawing pictures of Pathfinder and looking at them as a sequence.
 *
 * @param size of the pictures
 * @param contour dashes of the long contours; fewer fit on smaller pictures
 * @param continuity how straight contours are
 * @param distractors short contours
 * @param row of the pixel whose neighbours are looked up, from 0
 * @param column of the same pixel
 * @param pictures that are counted; the first is shown
 * @param seed of the pictures
 */
record PathfinderParameters(
        @Parameter("thirtyTwo") PathfinderSize size,
        @Parameter(value = "14", min = "2", max = "24") int contour,
        @Parameter(value = "1", min = "0.5", max = "2", step = "0.1") double continuity,
        @Parameter(value = "5", min = "0", max = "20") int distractors,
        @Parameter(value = "16", min = "0", max = "63") int row,
        @Parameter(value = "16", min = "0", max = "63") int column,
        @Parameter(value = "200", min = "1", max = "400", scale = Parameter.Scale.LOG) int pictures,
        @Parameter(value = "1", seed = true) long seed) {
    PathfinderParameters {
        ParameterSchema.check(
                PathfinderParameters.class,
                size,
                contour,
                continuity,
                distractors,
                row,
                column,
                pictures,
                seed);
        atMost("contour", contour, 2, size.mostDashes());
        atMost("row", row, 0, size.pixels() - 1);
        atMost("column", column, 0, size.pixels() - 1);
    }

    private static void atMost(String parameter, int value, int least, int most) {
        if (value > most) {
            throw new InvalidParameters(
                    new Violation(
                            parameter, Integer.toString(value), "range", least + " … " + most));
        }
    }

    Pathfinder task() {
        return new Pathfinder(
                size.pixels(),
                size.seedDistance(),
                contour,
                continuity,
                distractors,
                size.markerRadius());
    }
}
