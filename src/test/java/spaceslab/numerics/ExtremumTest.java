package spaceslab.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.Seeds;

/** Optima of known functions: inside, on a plateau, at an edge, none. */
class ExtremumTest {
    private static double[] scan(double from, double to, int points) {
        return IntStream.range(0, points)
                .mapToDouble(i -> from + (to - from) * i / (points - 1))
                .toArray();
    }

    @Test
    void smoothOptimaAreFoundWhereverTheyLieBetweenThePoints() {
        SplittableRandom random = Seeds.stream("smooth optima");
        for (int trial = 0; trial < 200; trial++) {
            double centre = random.nextDouble(-0.99, 0.99);
            double width = random.nextDouble(0.1, 3);
            Extremum most =
                    Extremum.maximum(
                            x -> Math.exp(-(x - centre) * (x - centre) / width),
                            scan(-1, 1, 3 + random.nextInt(60)),
                            1e-15);
            if (most.kind() != Extremum.Kind.PLATEAU) {
                assertThat(most.found()).as("centre %s", centre).isTrue();
                assertThat(most.at()).isCloseTo(centre, within(1e-7));
                assertThat(most.value()).isCloseTo(1, within(1e-14));
            }
        }
    }

    @Test
    void kinksReachZero() {
        Extremum least = Extremum.minimum(x -> Math.abs(x - 0.3017), scan(0, 1, 201), 1e-15);
        assertThat(least.kind()).isEqualTo(Extremum.Kind.INTERIOR);
        assertThat(least.at()).isCloseTo(0.3017, within(1e-12));
        assertThat(least.value()).isCloseTo(0, within(1e-12));
    }

    @Test
    void theHigherOfTwoHumpsWinsThoughTheScanSeesTheOtherHigher() {
        double[] points = scan(0, 1, 11);
        // between two points, 1.2 high; on a point, 1 high
        Extremum most =
                Extremum.maximum(
                        x -> Math.max(1.2 - 10 * Math.abs(x - 0.25), 1 - 10 * Math.abs(x - 0.7)),
                        points,
                        1e-15);
        assertThat(most.at()).isCloseTo(0.25, within(1e-9));
        assertThat(most.value()).isCloseTo(1.2, within(1e-9));
    }

    @Test
    void edgesPlateausAndNothingAreNoFinds() {
        double[] points = scan(0, 1, 101);
        assertThat(Extremum.maximum(x -> x, points, 1e-12))
                .isEqualTo(new Extremum(Extremum.Kind.UPPER_EDGE, 1, 1));
        assertThat(Extremum.maximum(x -> 1 - x, points, 1e-12))
                .isEqualTo(new Extremum(Extremum.Kind.LOWER_EDGE, 0, 1));
        assertThat(Extremum.maximum(x -> Math.min(x, 0.5), points, 1e-12).kind())
                .isEqualTo(Extremum.Kind.PLATEAU);
        assertThat(Extremum.minimum(x -> 3, points, 1e-12))
                .isEqualTo(new Extremum(Extremum.Kind.PLATEAU, 0, 3));
        assertThat(Extremum.maximum(x -> Double.NaN, points, 1e-12).kind())
                .isEqualTo(Extremum.Kind.NONE);
    }

    @Test
    void anOptimumInTheFirstOrLastIntervalIsInside() {
        double[] points = scan(0, 1, 11);
        assertThat(Extremum.maximum(x -> -Math.abs(x - 0.01), points, 1e-12).kind())
                .isEqualTo(Extremum.Kind.INTERIOR);
        assertThat(Extremum.maximum(x -> -(x - 0.97) * (x - 0.97), points, 1e-12).at())
                .isCloseTo(0.97, within(1e-8));
    }
}
