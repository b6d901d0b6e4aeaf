package spaceslab.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spaceslab.experiment.Seeds;

/** Both precisions and both forms of the float kernel against plain sums. */
class RealMatrixTest {
    private static RealMatrix like(String precision) {
        return precision.equals("double") ? RealMatrix.float64(1, 1) : RealMatrix.float32(1, 1);
    }

    private static RealMatrix normal(RealMatrix like, int rows, int columns, SplittableRandom r) {
        RealMatrix x = like.like(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                x.set(i, j, r.nextGaussian());
            }
        }
        return x;
    }

    @ParameterizedTest
    @ValueSource(strings = {"double", "single"})
    void products(String precision) {
        SplittableRandom random = Seeds.stream("products, " + precision);
        for (int trial = 0; trial < 40; trial++) {
            int depth = 1 + random.nextInt(40);
            RealMatrix a = normal(like(precision), 1 + random.nextInt(11), depth, random);
            RealMatrix b = normal(a, depth, 1 + random.nextInt(150), random);
            RealMatrix product = a.times(Panels.of(b));
            RealMatrix transposed = b.like(b.columns(), depth);
            for (int i = 0; i < b.columns(); i++) {
                for (int j = 0; j < depth; j++) {
                    transposed.set(i, j, b.at(j, i));
                }
            }
            assertThat(a.times(Panels.transposed(transposed)).toDoubles())
                    .containsExactly(product.toDoubles());
            for (int i = 0; i < a.rows(); i++) {
                for (int j = 0; j < b.columns(); j++) {
                    double sum = 0;
                    for (int k = 0; k < depth; k++) {
                        sum += a.at(i, k) * b.at(k, j);
                    }
                    assertThat(product.at(i, j))
                            .isCloseTo(sum, within(precision.equals("double") ? 1e-13 : 2e-5));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"double", "single"})
    void exponentials(String precision) {
        RealMatrix x = like(precision).like(1, 1001);
        for (int j = 0; j < 1001; j++) {
            x.set(0, j, -j / 10.0);
        }
        x.set(0, 1000, Double.NEGATIVE_INFINITY);
        assertThat(x.largest(0, 0, 1001)).isZero();
        RealMatrix shifted = x.like(1, 1001);
        shifted.copy(0, 0, x, 0, 0, 1001);
        double sum = shifted.exponentiate(0, 0, 1001, -3);
        double expected = 0;
        for (int j = 0; j < 1001; j++) {
            double e = Math.exp(x.at(0, j) + 3);
            expected += e;
            assertThat(shifted.at(0, j))
                    .isCloseTo(
                            e,
                            within(
                                    precision.equals("double")
                                            ? 2 * Math.ulp(e)
                                            : 3e-7 * e + 1.7e-38));
        }
        assertThat(sum).isCloseTo(expected, within(1e-4));
        assertThat(shifted.at(0, 1000)).isZero();
    }

    @Test
    void scalarAndVectorFloatsAgree() {
        SplittableRandom random = Seeds.stream("float kernels");
        FloatKernel vector = FloatKernel.fastest();
        FloatKernel scalar = new ScalarFloatKernel();
        float[] x = new float[203];
        for (int k = 0; k < x.length; k++) {
            x[k] = (float) (30 * random.nextGaussian());
        }
        assertThat(vector.largest(x, 3, 200)).isEqualTo(scalar.largest(x, 3, 200));
        float shift = scalar.largest(x, 3, 200);
        float[] other = x.clone();
        float sum = vector.exponentiate(x, 3, 200, shift);
        assertThat(scalar.exponentiate(other, 3, 200, shift)).isCloseTo(sum, within(1e-5f * sum));
        assertThat(x).containsExactly(other);
    }

    @Test
    void picksAddTermsFromTheLastOn() {
        RealMatrix source = RealMatrix.float32(2, 3).fill(new double[][] {{1, 2, 3}, {10, 20, 30}});
        RealMatrix terms = RealMatrix.float32(1, 3).fill(new double[][] {{.5, .25, .125}});
        RealMatrix to = RealMatrix.float32(1, 4);
        to.pick(0, 1, source, 1, new int[] {9, 2, 0, 1}, 1, 3, terms, 2);
        assertThat(to.toDoubles()).containsExactly(0, 30.125, 10.25, 20.5);
    }

    @Test
    void theFirstOfEqualLargestColumnsWins() {
        RealMatrix x = RealMatrix.float64(1, 4).fill(new double[][] {{1, 4, 5, 5}});
        RealMatrix less = RealMatrix.float64(1, 4).fill(new double[][] {{0, 0, 1, 1}});
        assertThat(x.argMaxLess(0, less)).isEqualTo(1);
    }
}
