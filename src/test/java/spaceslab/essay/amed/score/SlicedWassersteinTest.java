package spaceslab.essay.amed.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.Seeds;
import spaceslab.numerics.SeededStreams;

class SlicedWassersteinTest {
    private static double[] gaussian(int rows, SplittableRandom random, double... mean) {
        double[] points = new double[rows * mean.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = mean[i % mean.length] + random.nextGaussian();
        }
        return points;
    }

    private static SlicedWasserstein sliced(int dimension, int count) {
        return SlicedWasserstein.of(dimension, count, new SeededStreams(3));
    }

    /** A shift by m costs (θ·m)² along each direction: |m|²/d on average. */
    @Test
    void aShiftOfTheSamePointsIsItsLengthOverTheRootOfTheDimension() {
        SplittableRandom random = Seeds.stream("shift");
        double[] a = gaussian(300, random, 0, 0);
        double[] b = a.clone();
        for (int i = 0; i < b.length; i++) {
            b[i] += i % 2 == 0 ? 3 : -4;
        }
        assertThat(sliced(2, 64).between(a, b)).isCloseTo(5 / Math.sqrt(2), within(1e-9));
    }

    /** Between samples of shifted Gaussians, up to their sampling; in one dimension exactly W₂. */
    @Test
    void shiftedGaussiansOfDifferentSizes() {
        SplittableRandom random = Seeds.stream("gaussians");
        double[] a = gaussian(4000, random, 0, 0, 0, 0, 0);
        double[] b = gaussian(3000, random, 1, 2, 0, -2, 0);
        assertThat(sliced(5, 2000).between(a, b)).isCloseTo(3 / Math.sqrt(5), within(0.1));
        assertThat(sliced(1, 1).between(new double[] {0, 1}, new double[] {0.5}))
                .isCloseTo(0.5, within(1e-15));
        assertThat(sliced(1, 1).between(new double[] {0, 3}, new double[] {6, 0, 3}))
                .isCloseTo(Math.sqrt((0 + 9.0 / 6 + 0 + 9.0 / 3) * 1), within(1e-12));
    }

    @Test
    void itIsADistanceAndSeesNoOrder() {
        SplittableRandom random = Seeds.stream("distance");
        double[] a = gaussian(50, random, 0, 0, 0);
        double[] b = gaussian(80, random, 1, 0, 0);
        double[] c = gaussian(20, random, 0, 2, 0);
        SlicedWasserstein sliced = sliced(3, 50);
        assertThat(sliced.between(a, a)).isZero();
        assertThat(sliced.between(a, b)).isEqualTo(sliced.between(b, a)).isPositive();
        assertThat(sliced.between(a, b))
                .isLessThanOrEqualTo(sliced.between(a, c) + sliced.between(c, b) + 1e-12);
        double[] turned = new double[a.length];
        for (int row = 0; row < 50; row++) {
            System.arraycopy(a, row * 3, turned, (49 - row) * 3, 3);
        }
        assertThat(sliced.between(turned, a)).isZero();
        b[4] = Double.NaN;
        assertThat(sliced.between(a, b)).isInfinite();
    }
}
