package spaceslab.essay.transformervq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import spaceslab.essay.transformervq.attention.AttentionGradient;
import spaceslab.essay.transformervq.attention.GradientReach;
import spaceslab.essay.transformervq.attention.LocalBias;
import spaceslab.essay.transformervq.attention.QuadraticAttention;
import spaceslab.essay.transformervq.attention.QuantisedKeys;
import spaceslab.essay.transformervq.attention.TvqReference;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RealMatrix;

/** Maps, cache and gradients as whole experiments. */
class SequenceExperimentsTest {
    private static <P extends Record> RunResult run(
            Experiment<P> experiment, Map<String, String> differing) {
        return ResultRecorder.run(
                experiment, ParameterSchema.of(experiment.parameters()).strict(differing));
    }

    private static double[] grid(RunResult r, String name) {
        return Objects.requireNonNull(r.grids().get(name)).values();
    }

    @Test
    void mapsAreDistributionsAndTheirDifferenceIsShown() {
        RunResult r = run(new MapsExperiment(), Map.of("block", "7", "tokens", "50"));
        double[] full = grid(r, "mapFull");
        double[] over = grid(r, "mapQuantised");
        double[] difference = grid(r, "mapDifference");
        for (int i = 0; i < 50; i++) {
            double sum = 0;
            for (int j = 0; j < 50; j++) {
                sum += over[i * 50 + j];
                assertThat(difference[i * 50 + j]).isEqualTo(over[i * 50 + j] - full[i * 50 + j]);
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
        assertThat(r.number("formsApart")).isLessThan(1e-12);
    }

    @Test
    void singlePrecisionIsNearAndEveryFormAgrees() {
        for (String positions : List.of("none", "bias", "reRope")) {
            RunResult r =
                    run(
                            new MapsExperiment(),
                            Map.of("rounding", "float32", "positions", positions));
            assertThat(r.number("formsApart")).isBetween(1e-9, 1e-5);
        }
    }

    @Test
    void voronoiCellsHoldWhatIsNearest() {
        SplittableRandom random = Seeds.stream("Voronoi cells");
        double[][] sites = new double[9][2];
        for (double[] site : sites) {
            site[0] = 2 * random.nextDouble() - 1;
            site[1] = 2 * random.nextDouble() - 1;
        }
        double area = 0;
        for (int s = 0; s < sites.length; s++) {
            List<double[]> cell = VoronoiCells.of(sites, s, 1.5);
            double x = 0;
            double y = 0;
            for (int i = 0; i < cell.size(); i++) {
                double[] a = cell.get(i);
                double[] b = cell.get((i + 1) % cell.size());
                area += (a[0] * b[1] - a[1] * b[0]) / 2;
                x += a[0] / cell.size();
                y += a[1] / cell.size();
            }
            assertThat(nearest(sites, x, y)).isEqualTo(s);
        }
        assertThat(area).isCloseTo(9, within(1e-12));
        assertThat(VoronoiCells.of(new double[][] {{0, 0}, {0, 0}}, 1, 1)).isEmpty();
    }

    private static int nearest(double[][] sites, double x, double y) {
        int best = 0;
        for (int s = 1; s < sites.length; s++) {
            double own = Math.hypot(sites[s][0] - x, sites[s][1] - y);
            best = own < Math.hypot(sites[best][0] - x, sites[best][1] - y) ? s : best;
        }
        return best;
    }

    @Test
    void theCacheHoldsAllButTwoBlocks() {
        RunResult r = run(new CacheExperiment(), Map.of("shown", "7", "block", "13"));
        assertThat(r.number("cachedTokens")).isEqualTo(5 * 13);
        double sum = 0;
        for (double count : r.series("countOfCode").y()) {
            sum += count;
        }
        assertThat(sum).isEqualTo(5 * 13);
    }

    @Test
    void aBlockThatIsNotThereIsRefused() {
        assertThatThrownBy(() ->
                        run(
                                new CacheExperiment(),
                                Map.of("tokens", "32", "block", "16", "shown", "3")))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("shown (3)")
                .hasMessageContaining("= 2");
        assertThatThrownBy(() -> run(new MapsExperiment(), Map.of("tokens", "16", "codes", "17")))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("codes (17)");
    }

    @Test
    void oldKeysGetExactlyNothing() {
        RunResult r = run(new GradientsExperiment(), Map.of("block", "8", "tokens", "32"));
        double[] map = grid(r, "mapTwoBlocks");
        double[] one = grid(r, "mapOneBlock");
        for (int i = 0; i < 32; i++) {
            for (int j = 0; j < 32; j++) {
                int age = i / 8 - j / 8;
                if (age >= 2 || j > i) {
                    assertThat(map[i * 32 + j]).isZero();
                }
                if (age >= 1) {
                    assertThat(one[i * 32 + j]).isZero();
                }
            }
        }
        assertThat(r.number("cosineTwoBlocks")).isGreaterThan(r.number("cosineOneBlock"));
    }

    /** Of the notes: cosine 0.980, and a largest difference of 0.46 in block 0. */
    @Test
    void cosineOfTheTestVector() {
        RealMatrix q = TvqReference.input("Q");
        RealMatrix v = TvqReference.input("V");
        QuantisedKeys keys = QuantisedKeys.of(TvqReference.input("K"), TvqReference.input("C"));
        LocalBias bias =
                new LocalBias(TvqReference.vector(TvqReference.INPUTS.get("bias_by_distance")));
        RealMatrix weights =
                QuadraticAttention.weights(q, keys.vectors(), bias, true, StopSignal.never());
        double[] full = keyGradient(q, keys, v, weights, GradientReach.FULL);
        double[] two = keyGradient(q, keys, v, weights, GradientReach.TWO_BLOCKS);
        double product = 0;
        double squares = 0;
        double otherSquares = 0;
        double largest = 0;
        for (int i = 0; i < full.length; i++) {
            product += full[i] * two[i];
            squares += full[i] * full[i];
            otherSquares += two[i] * two[i];
            largest = Math.max(largest, Math.abs(full[i] - two[i]));
        }
        assertThat(product / Math.sqrt(squares * otherSquares)).isCloseTo(0.980, within(5e-4));
        assertThat(largest).isCloseTo(0.46, within(5e-3));
    }

    private static double[] keyGradient(
            RealMatrix q, QuantisedKeys keys, RealMatrix v, RealMatrix weights, GradientReach to) {
        int block = TvqReference.BLOCK;
        return AttentionGradient.of(q, keys, v, weights, TvqReference.input("G"), block, block, to)
                .dk()
                .toDoubles();
    }
}
