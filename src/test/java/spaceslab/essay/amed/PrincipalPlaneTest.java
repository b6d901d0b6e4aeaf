package spaceslab.essay.amed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.Seeds;

class PrincipalPlaneTest {
    /** Two rows of a plane in seven dimensions: nothing is left after two components. */
    @Test
    void aPlaneCurveIsFoundWhateverTheDimension() {
        SplittableRandom random = Seeds.stream("plane");
        double[] u = random.doubles(7, -1, 1).toArray();
        double[] v = random.doubles(7, -1, 1).toArray();
        double[] shift = random.doubles(7, -1, 1).toArray();
        double[][] points = new double[20][14];
        for (int n = 0; n < 20; n++) {
            for (int i = 0; i < 7; i++) {
                points[n][i] = random.nextDouble();
                points[n][7 + i] = shift[i] + n * u[i] + Math.sin(n) * v[i];
            }
        }
        PrincipalPlane plane = PrincipalPlane.of(points, 1, 7, 3);
        for (double[] batch : points) {
            assertThat(plane.residual(batch, 1, 2)).isLessThan(1e-10);
            assertThat(plane.residual(batch, 1, 1))
                    .isGreaterThanOrEqualTo(plane.residual(batch, 1, 2));
        }
        double middle = 0;
        double larger = 0;
        double smaller = 0;
        for (double[] batch : points) {
            middle += plane.coordinate(batch, 1, 0);
            larger += Math.pow(plane.coordinate(batch, 1, 0), 2);
            smaller += Math.pow(plane.coordinate(batch, 1, 1), 2);
        }
        assertThat(middle).isCloseTo(0, within(1e-9));
        assertThat(larger).isGreaterThan(smaller);
    }

    @Test
    void aStraightLineNeedsOneComponent() {
        double[][] points = {{1, 2}, {2, 4}, {4, 8}};
        PrincipalPlane plane = PrincipalPlane.of(points, 0, 2, 3);
        assertThat(plane.residual(points[1], 0, 1)).isLessThan(1e-12);
    }
}
