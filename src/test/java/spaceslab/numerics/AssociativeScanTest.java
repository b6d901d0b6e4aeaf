package spaceslab.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spaceslab.experiment.Seeds;

class AssociativeScanTest {
    private static final OrderedUnits TWO = new OrderedUnits(2);

    private enum Kind {
        DENSE,
        DIAGONAL,
        COMPLEX
    }

    private static AffineMaps maps(Kind kind, int d, int length, RandomGenerator random) {
        return switch (kind) {
            case DENSE ->
                    new DenseMaps(
                            d,
                            numbers(random, length * d * d, 0.7),
                            numbers(random, length * d, 1));
            case DIAGONAL ->
                    new DiagonalMaps(
                            d, numbers(random, length * d, 1), numbers(random, length * d, 1));
            case COMPLEX ->
                    new ComplexDiagonalMaps(
                            d,
                            numbers(random, length * 2 * d, 0.7),
                            numbers(random, length * 2 * d, 1));
        };
    }

    private static double[] numbers(RandomGenerator random, int count, double bound) {
        return random.doubles(count, -bound, bound).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 64, 100, 257, 1000})
    void everyFormGivesTheSequentialStates(int length) {
        RandomGenerator seeds = Seeds.stream("scan");
        for (Kind kind : Kind.values()) {
            long seed = seeds.nextLong();
            int d = 1 + (int) (Math.floorMod(seed, 5));
            AffineMaps maps = maps(kind, d, length, new java.util.SplittableRandom(seed));
            double[] start = numbers(seeds, maps.width(), 1);
            double[] truth = states(maps, start);
            ScanCost loop = AssociativeScan.sequential(maps, truth);
            assertThat(loop.depth()).isEqualTo(length);
            for (int blocks : new int[] {1, 2, 3, 7}) {
                double[] blocked = states(maps, start);
                AssociativeScan.blocked(maps, blocked, blocks, TWO);
                close(blocked, truth, kind + " blocks " + blocks);
            }
            double[] tree = states(maps, start);
            AffineMaps same = maps(kind, d, length, new java.util.SplittableRandom(seed));
            ScanCost cost = AssociativeScan.blelloch(same, tree, TWO);
            close(tree, truth, kind + " tree");
            int logarithm = 32 - Integer.numberOfLeadingZeros(length - 1);
            assertThat(cost.depth()).isLessThanOrEqualTo(2L * logarithm + 1);
            assertThat(cost.compositions()).isLessThan(2L * length);
            assertThat(cost.compositions())
                    .isEqualTo(Arrays.stream(AssociativeScan.treeLevels(length)).sum());
            assertThat(cost.depth()).isEqualTo(AssociativeScan.treeLevels(length).length + 1);
            double[] steele = states(maps, start);
            AffineMaps again = maps(kind, d, length, new java.util.SplittableRandom(seed));
            ScanCost shallow = AssociativeScan.hillisSteele(again, steele);
            close(steele, truth, kind + " Hillis and Steele");
            assertThat(shallow.depth()).isEqualTo(logarithm + 1);
        }
    }

    private static double[] states(AffineMaps maps, double[] start) {
        double[] states = new double[(maps.length() + 1) * maps.width()];
        System.arraycopy(start, 0, states, 0, start.length);
        return states;
    }

    private static void close(double[] actual, double[] expected, String what) {
        double size = Arrays.stream(expected).map(Math::abs).max().orElse(1);
        assertThat(actual).as(what).containsExactly(expected, within(1e-11 * (1 + size)));
    }

    @Test
    void compositionIsAssociativeAndNotCommutative() {
        RandomGenerator random = Seeds.stream("compose");
        double[] m = numbers(random, 27, 1);
        double[] b = numbers(random, 9, 1);
        DenseMaps left = new DenseMaps(3, m.clone(), b.clone());
        left.compose(0, 1);
        left.compose(1, 2);
        double[] m2 = m.clone();
        double[] b2 = b.clone();
        DenseMaps right = new DenseMaps(3, m2, b2);
        right.compose(1, 2);
        right.compose(0, 2);
        double[] x = {1, -2, 3, 0, 0, 0};
        double[] y = x.clone();
        left.apply(2, x, 0, 1);
        right.apply(2, y, 0, 1);
        assertThat(x).containsExactly(y, within(1e-14));
        DenseMaps swapped = new DenseMaps(3, m.clone(), b.clone());
        swapped.compose(1, 0);
        double[] z = {1, -2, 3, 0, 0, 0};
        double[] w = z.clone();
        swapped.apply(0, z, 0, 1);
        DenseMaps ordered = new DenseMaps(3, m.clone(), b.clone());
        ordered.compose(0, 1);
        ordered.apply(1, w, 0, 1);
        assertThat(Math.abs(z[3] - w[3]) + Math.abs(z[4] - w[4])).isGreaterThan(1e-6);
    }

    @Test
    void threadsAndVectorsDoNotChangeTheBytes() {
        RandomGenerator random = Seeds.stream("bytes");
        double[] a = numbers(random, 3000 * 19, 1);
        double[] b = numbers(random, 3000 * 19, 1);
        DiagonalMaps maps = new DiagonalMaps(19, a, b);
        double[] one = new double[3001 * 19];
        double[] two = one.clone();
        double[] scalar = one.clone();
        AssociativeScan.byChannel(maps, one, new OrderedUnits(1));
        AssociativeScan.byChannel(maps, two, TWO);
        new ScalarDiagonalKernel().solve(19, 0, 19, 0, 3000, a, b, scalar);
        assertThat(two).isEqualTo(one);
        assertThat(scalar).isEqualTo(one);
        double[] product = new double[49];
        double[] fast = new double[49];
        new ScalarMatrixKernel().multiply(7, a, 3, b, 5, product, 0);
        MatrixKernel.fastest().multiply(7, a, 3, b, 5, fast, 0);
        assertThat(fast).isEqualTo(product);
        double[] tree1 = new double[3001 * 19];
        double[] tree2 = tree1.clone();
        AssociativeScan.blelloch(
                new DiagonalMaps(19, a.clone(), b.clone()), tree1, new OrderedUnits(1));
        AssociativeScan.blelloch(new DiagonalMaps(19, a.clone(), b.clone()), tree2, TWO);
        assertThat(tree2).isEqualTo(tree1);
    }

    @Test
    void eigenvectorsRebuildTheMatrix() {
        RandomGenerator random = Seeds.stream("eigen");
        for (int d : new int[] {1, 2, 5, 12}) {
            double[] a = numbers(random, d * d, 1);
            ComplexEigen eigen = ComplexEigen.of(d, a).orElseThrow();
            double[] x = numbers(random, d, 1);
            double[] y = new double[2 * d];
            eigen.toEigenbasis(x, 0, y, 0);
            for (int k = 0; k < 2 * d; k += 2) {
                double re = y[k] * eigen.values()[k] - y[k + 1] * eigen.values()[k + 1];
                y[k + 1] = y[k] * eigen.values()[k + 1] + y[k + 1] * eigen.values()[k];
                y[k] = re;
            }
            double[] ax = new double[d];
            eigen.fromEigenbasis(y, 0, ax, 0);
            double[] expected = new double[d];
            MatrixKernel.affine(d, a, 0, x, 0, new double[d], 0, expected, 0);
            assertThat(ax).containsExactly(expected, within(1e-13 * (1 + eigen.condition())));
        }
        assertThat(ComplexEigen.of(2, new double[] {0.5, 1, 0, 0.5})).isEmpty();
    }

    /** An n-fold eigenvalue with n vectors of its own, as an LSTM's state has; and one without. */
    @Test
    void repeatedEigenvaluesHaveTheirVectorsWhereThereAreAny() {
        SplittableRandom random = Seeds.stream("repeated eigenvalues");
        for (int n = 1; n <= 16; n++) {
            int d = 2 * n;
            double[] a = new double[d * d];
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < n; j++) {
                    a[i * d + j] = random.nextGaussian() / Math.sqrt(d);
                }
            }
            ComplexEigen eigen = ComplexEigen.of(d, a).orElseThrow();
            assertThat(ComplexEigen.spectralRadius(d, a)).isEqualTo(eigen.spectralRadius());
            double[] x = random.doubles(d).toArray();
            double[] y = new double[2 * d];
            eigen.toEigenbasis(x, 0, y, 0);
            for (int k = 0; k < d; k++) {
                double re =
                        y[2 * k] * eigen.values()[2 * k] - y[2 * k + 1] * eigen.values()[2 * k + 1];
                y[2 * k + 1] =
                        y[2 * k] * eigen.values()[2 * k + 1] + y[2 * k + 1] * eigen.values()[2 * k];
                y[2 * k] = re;
            }
            double[] product = new double[d];
            eigen.fromEigenbasis(y, 0, product, 0);
            for (int i = 0; i < d; i++) {
                double sum = 0;
                for (int j = 0; j < d; j++) {
                    sum += a[i * d + j] * x[j];
                }
                assertThat(product[i]).isCloseTo(sum, within(1e-12 * (1 + eigen.condition())));
            }
        }
        double[] defective = {0.5, 1, 0, 0.5};
        assertThat(ComplexEigen.of(2, defective)).isEmpty();
        assertThat(ComplexEigen.spectralRadius(2, defective)).isCloseTo(0.5, within(1e-7));
    }

    @Test
    void exponentOfAConstantMatrixIsTheLogarithmOfItsRadius() {
        LyapunovExponent exponent = new LyapunovExponent(2);
        double[] rotation = {0, -0.5, 0.5, 0};
        for (int t = 0; t < 1000; t++) {
            exponent.add(rotation, 0);
        }
        assertThat(exponent.value()).isCloseTo(Math.log(0.5), within(1e-12));
        LyapunovExponent vanished = new LyapunovExponent(1);
        vanished.add(new double[1], 0);
        assertThat(vanished.value()).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
