package spaceslab.essay.pretraining.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spaceslab.essay.pretraining.task.Pathfinder.Dash;
import spaceslab.essay.pretraining.task.Pathfinder.Point;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.SeededStreams;

class PathfinderTest {
    private static final int MANY = 100_000;

    /** Components of pixels that touch, also at corners, and carry the same contour's number. */
    private static final class Components {
        private final int[] parent;
        private final int size;

        Components(int size, int[] numbers) {
            this.size = size;
            parent = IntStream.range(0, size * size).toArray();
            for (int p = 0; p < parent.length; p++) {
                for (int step : new int[] {1, size - 1, size, size + 1}) {
                    int q = p + step;
                    boolean touch = q < parent.length && Math.abs(p % size - q % size) <= 1;
                    if (touch && numbers[p] != 0 && numbers[p] == numbers[q]) {
                        parent[root(p)] = root(q);
                    }
                }
            }
        }

        int root(int p) {
            return parent[p] == p ? p : root(parent[p]);
        }

        int at(Point point) {
            return root((int) Math.rint(point.row()) * size + (int) Math.rint(point.column()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "16,3,4,1.0,2,1.0,400",
        "32,7,14,1.0,5,1.5,300",
        "32,7,6,1.8,10,1.5,300",
        "64,12,14,1.8,5,2.5,100"
    })
    void discsAreOnOneComponentExactlyWhereTheLabelSaysSo(
            int size,
            int seed,
            int contour,
            double continuity,
            int distractors,
            double radius,
            int pictures) {
        Pathfinder task = new Pathfinder(size, seed, contour, continuity, distractors, radius);
        int connected = 0;
        for (int n = 0; n < pictures; n++) {
            PathfinderPicture picture =
                    task.draw(new SeededStreams(11).stream(n), MANY, StopSignal.never())
                            .orElseThrow();
            Components components = new Components(size, numbers(picture));
            for (Contour c : picture.contours()) {
                assertThat(c.dashes().stream().map(d -> components.at(d.head())).distinct())
                        .as("a contour in one piece")
                        .hasSize(1);
            }
            boolean joined = components.at(picture.origin()) == components.at(picture.terminal());
            assertThat(joined).isEqualTo(picture.label() == 1);
            assertThat(Arrays.stream(picture.pixels()).boxed())
                    .hasSize(size * size)
                    .allMatch(v -> v >= 0 && v <= 1);
            connected += picture.label();
        }
        assertThat((double) connected / pictures).isCloseTo(0.5, within(2 / Math.sqrt(pictures)));
    }

    /** The contour's number (from 1) of every pixel; no pixel has two. */
    private static int[] numbers(PathfinderPicture picture) {
        int[] numbers = new int[picture.size() * picture.size()];
        List<Contour> contours = picture.contours();
        for (int c = 0; c < contours.size(); c++) {
            for (Dash dash : contours.get(c).dashes()) {
                for (int pixel : DashCanvas.ribbon(picture.size(), dash)) {
                    assertThat(numbers[pixel]).isIn(0, c + 1);
                    numbers[pixel] = c + 1;
                }
            }
        }
        assertThat(Arrays.stream(numbers).max()).hasValue(contours.size());
        return numbers;
    }
}
