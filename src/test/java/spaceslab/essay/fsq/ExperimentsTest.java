package spaceslab.essay.fsq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.RunResult;
import spaceslab.numerics.SeededStreams;
import spaceslab.numerics.quantisation.Codebook;

class ExperimentsTest {
    private static RunResult quantiser(String... texts) {
        return ResultRecorder.run(
                new QuantiserExperiment(),
                ParameterSchema.of(QuantiserParameters.class).strict(map(texts)));
    }

    private static RunResult collapse(String... texts) {
        return ResultRecorder.run(
                new CollapseExperiment(),
                ParameterSchema.of(CollapseParameters.class).strict(map(texts)));
    }

    private static Map<String, String> map(String... texts) {
        Map<String, String> map = new java.util.LinkedHashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            map.put(texts[i], texts[i + 1]);
        }
        return map;
    }

    /** Fault 11: with two levels there is no best scale to find. */
    @Test
    void twoLevelsHaveNoBestScale() {
        RunResult run = quantiser("form", "sigmoid", "levels", "2");
        assertThat(run.value("bestSigmaKind.sigmoid")).isEqualTo("plateau");
        assertThat(run.value("bestSigmaKind.symmetric")).isEqualTo("plateau");
        assertThat(run.values()).doesNotContainKey("bestSigma.sigmoid");
        RunResult tanh = quantiser("form", "symmetric", "levels", "2");
        assertThat(tanh.table("forms"))
                .anySatisfy(row -> assertThat(row).contains("symmetric", "plateau"));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 8, 15, 16})
    void bestScalesAreAboveEveryDrawnPoint(int levels) {
        RunResult run = quantiser("levels", Integer.toString(levels));
        for (List<Object> row : run.table("forms")) {
            double most = ((Number) row.get(3)).doubleValue();
            double[] drawn = run.series("entropyOfSigma." + row.get(0)).y();
            assertThat(Arrays.stream(drawn).max().orElseThrow()).isLessThanOrEqualTo(most);
            assertThat(most).isLessThanOrEqualTo(Math.log(levels) / Math.log(2) + 1e-12);
            if (run.value("bestSigmaKind." + row.get(0)).equals("interior")) {
                assertThat(row.get(2)).isEqualTo(run.value("bestSigma." + row.get(0)));
            } else {
                assertThat(row.get(2)).isEqualTo(run.value("bestSigmaKind." + row.get(0)));
            }
        }
    }

    /** The entropies of the note on this essay, to its three decimals. */
    @ParameterizedTest
    @CsvSource({
        "3,1,1.563,1.116",
        "4,1,1.919,1.492",
        "5,1,2.304,1.830",
        "7,1,2.788,2.358",
        "8,1,2.966,2.568",
        "5,2,2.168,2.305",
        "8,2,2.726,2.979"
    })
    void entropiesAreThoseComputedByAnotherTool(
            int levels, String sigma, double tanh, double sigmoid) {
        RunResult run = quantiser("levels", Integer.toString(levels), "sigma", sigma);
        assertThat(run.number("entropy.tanh")).isCloseTo(tanh, within(6e-4));
        assertThat(run.number("entropy.sigmoid")).isCloseTo(sigmoid, within(6e-4));
    }

    @Test
    void theIndexIsTheSumOfItsDigitsAndTheOdometerShowsIt() {
        RunResult run = quantiser();
        int sum = run.table("digits").stream().mapToInt(row -> (int) row.get(7)).sum();
        assertThat(sum).isEqualTo((int) run.number("index"));
        RunEvent.Grid odometer = Objects.requireNonNull(run.grids().get("odometer"));
        int column = odometer.xLabels().indexOf(Integer.toString(sum));
        assertThat(column).isNotNegative();
        int columns = odometer.columns();
        for (int row = 0; row < 4; row++) {
            double digit = (int) run.table("digits").get(row).get(4);
            double largest = (int) run.table("digits").get(row).get(1) - 1;
            assertThat(odometer.values()[row * columns + column]).isEqualTo(digit / largest);
        }
    }

    @Test
    void missingCoordinatesAreZeroAndSurplusOnesIgnored() {
        RunResult run = quantiser("levels", "5,5", "z", "0,0,7");
        assertThat(run.number("index")).isEqualTo(2 + 5 * 2);
        assertThat(quantiser("levels", "5,5", "z", "0").number("index")).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({
        "tanh,'2,5',3 … 16",
        "sigmoid,'16,16,16,16,2',65536",
        "sigmoid,'1,5',2 … 16",
        "sigmoid,'17',2 … 16",
        "sigmoid,'2,2,2,2,2,2,2,2,2',1–8"
    })
    void impossibleLevelsAreNamed(String form, String levels, String allowed) {
        assertThatThrownBy(() -> quantiser("form", form, "levels", levels))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("levels")
                .hasMessageContaining(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.05", "20"})
    void theLargestQuantiserRunsAtBothEndsOfTheScale(String sigma) {
        RunResult run =
                quantiser(
                        "levels",
                        "16,16,16,16",
                        "form",
                        "symmetric",
                        "sigma",
                        sigma,
                        "samples",
                        "65536");
        assertThat(run.number("size")).isEqualTo(65_536);
        assertThat(run.number("perplexity")).isBetween(1.0, run.number("used"));
    }

    @ParameterizedTest
    @EnumSource(DataShape.class)
    void fromInputsNoCodebookCollapses(DataShape shape) {
        RunResult run =
                collapse("shape", ParameterSchema.text(shape), "start", "inputs", "step", "0");
        assertThat(run.number("codesGradient"))
                .isGreaterThanOrEqualTo(shape == DataShape.BLOBS ? 5 : 24);
        assertThat(run.number("codesEma")).isEqualTo(run.number("codesGradient"));
    }

    @Test
    void theCollapseIsOneOfDistance() {
        RunResult near = collapse("distance", "0", "step", "60");
        RunResult far = collapse("distance", "8", "step", "60");
        assertThat(near.number("codesGradient")).isGreaterThan(8);
        assertThat(far.number("codesGradient")).isLessThanOrEqualTo(2);
        assertThat(far.series("usedCodes.gradient").x()).hasSize(61);
    }

    @Test
    void ownPointsAreWhereTheyWereDropped() {
        RunResult run =
                collapse("shape", "own", "points", "1:2,-1:0.5", "noise", "0", "distance", "3");
        RunResult.Series inputs = run.series("inputs");
        assertThat(inputs.x()).hasSize(Inputs.COUNT).contains(4, 2);
        assertThat(inputs.y()).contains(2, 0.5);
    }

    @Test
    void cellsTileTheBoxAndHoldTheirCode() {
        long seed = 8;
        var random = new SeededStreams(seed).stream(0);
        double[][] codes = new double[25][2];
        for (double[] code : codes) {
            code[0] = random.nextGaussian();
            code[1] = random.nextGaussian();
        }
        codes[7] = codes[3].clone();
        Codebook codebook = new Codebook(codes);
        List<double[]> box =
                List.of(
                        new double[] {-5, -5},
                        new double[] {5, -5},
                        new double[] {5, 5},
                        new double[] {-5, 5});
        double area = 0;
        for (int k = 0; k < codes.length; k++) {
            List<double[]> cell = VoronoiCells.cell(codebook, k, box);
            double own = 0;
            double[] centre = new double[2];
            for (int i = 0; i < cell.size(); i++) {
                double[] a = cell.get(i);
                double[] b = cell.get((i + 1) % cell.size());
                own += (a[0] * b[1] - a[1] * b[0]) / 2;
                centre[0] += a[0] / cell.size();
                centre[1] += a[1] / cell.size();
            }
            area += own;
            if (k == 7) {
                assertThat(cell).isEmpty();
            } else {
                assertThat(own).as("seed %d, cell %d", seed, k).isPositive();
                assertThat(codebook.nearest(centre)).as("seed %d", seed).isEqualTo(k);
            }
        }
        assertThat(area).isCloseTo(100, within(1e-9));
    }
}
