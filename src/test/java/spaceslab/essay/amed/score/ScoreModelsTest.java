package spaceslab.essay.amed.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static spaceslab.essay.amed.AmedReference.JSON;
import static spaceslab.essay.amed.AmedReference.vector;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import spaceslab.essay.amed.AmedReference;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.data.GlyphDigits;
import tools.jackson.databind.JsonNode;

/** Denoisers and flows against closed forms, each other, and what NumPy and SciPy computed. */
class ScoreModelsTest {
    private static double[] denoised(ScoreModel model, double[] x, double t) {
        double[] denoised = new double[x.length];
        model.denoise(x, t, denoised);
        return denoised;
    }

    @Test
    void theGaussianIsThatOfTheReference() {
        JsonNode set = JSON.get("gaussian_2d");
        double[] x = vector(set.get("x_T"));
        double[] d = denoised(AmedReference.GAUSSIAN, x, 3);
        assertThat(d).containsExactly(vector(set.get("D_at_xT")), within(1e-14));
        double[] v = vector(set.get("v_at_xT"));
        for (int i = 0; i < 2; i++) {
            assertThat(x[i] - 3 * v[i]).isCloseTo(d[i], within(1e-14));
        }
        for (Map.Entry<String, JsonNode> at : set.get("exact_x_at").properties()) {
            double t = Double.parseDouble(at.getKey());
            assertThat(AmedReference.GAUSSIAN.flow().end(x, 3, t, StopSignal.never()))
                    .containsExactly(vector(at.getValue()), within(1e-14));
        }
        double[] wide = vector(set.get("deis_tAB_80_to_0.002").get("x_T"));
        assertThat(AmedReference.GAUSSIAN.flow().end(wide, 80, 0.002, StopSignal.never()))
                .containsExactly(
                        vector(set.get("deis_tAB_80_to_0.002").get("exact")), within(1e-13));
    }

    @Test
    void theMixtureIsThatOfTheReference() {
        JsonNode set = JSON.get("gmm_ring8");
        double[] x = vector(set.get("x_T"));
        assertThat(denoised(AmedReference.RING, x, 5))
                .containsExactly(vector(set.get("D_at_xT")), within(1e-14));
        assertThat(denoised(AmedReference.RING, x, 1))
                .containsExactly(vector(set.get("D_at_t1")), within(1e-13));
        assertThat(AmedReference.RING.posterior(x, 5))
                .containsExactly(vector(set.get("posterior_weights_at_xT")), within(1e-14));
        assertThat(AmedReference.RING.flow().end(x, 5, 0.05, StopSignal.never()))
                .containsExactly(vector(set.get("reference_endpoint")), within(1e-8));
    }

    @Test
    void theFiniteSetIsThatOfTheReference() {
        JsonNode set = JSON.get("finite_set_4pts");
        double[] points = new double[12];
        for (int k = 0; k < 4; k++) {
            System.arraycopy(vector(set.get("points").get(k)), 0, points, 3 * k, 3);
        }
        FiniteSet model = new FiniteSet(3, points);
        double[] x = vector(set.get("x"));
        for (Map.Entry<String, JsonNode> at : set.get("D").properties()) {
            double t = Double.parseDouble(at.getKey());
            assertThat(denoised(model, x, t)).containsExactly(vector(at.getValue()), within(1e-14));
            assertThat(model.posterior(x, t))
                    .containsExactly(vector(set.get("weights").get(at.getKey())), within(1e-14));
        }
        assertThat(denoised(model, x, 1e5)).containsExactly(new double[] {0, 0, 0}, within(1e-4));
        assertThat(denoised(model, x, 1e-3)).containsExactly(1, 0, 0);
        assertThat(model.nearest(x)).containsExactly(0);
    }

    @Test
    void oneComponentIsAGaussianAndNarrowComponentsAreAFiniteSet() {
        SplittableRandom random = Seeds.stream("limits");
        double[] mean = random.doubles(5, -2, 2).toArray();
        double[] x = random.doubles(40, -30, 30).toArray();
        double[] variances = new double[5];
        Arrays.fill(variances, 0.36);
        GaussianMixture one = GaussianMixture.even(new double[][] {mean}, 0.6);
        assertThat(denoised(one, x, 7))
                .containsExactly(denoised(new Gaussian(mean, variances), x, 7), within(1e-13));
        assertThat(one.flow().end(x, 7, 0.01, StopSignal.never()))
                .containsExactly(
                        new Gaussian(mean, variances).flow().end(x, 7, 0.01, StopSignal.never()),
                        within(1e-7));
        double[][] means = new double[6][];
        double[] points = new double[30];
        for (int k = 0; k < 6; k++) {
            means[k] = random.doubles(5, -2, 2).toArray();
            System.arraycopy(means[k], 0, points, 5 * k, 5);
        }
        assertThat(denoised(GaussianMixture.even(means, 1e-7), x, 3))
                .containsExactly(denoised(new FiniteSet(5, points), x, 3), within(1e-10));
    }

    @Test
    void theDensityOfAMixtureIsTheSumOfItsComponents() {
        GaussianMixture model =
                new GaussianMixture(new double[][] {{0, 0}, {3, 1}}, new double[] {3, 1}, 0.5);
        double variance = 0.25 + 4;
        double expected =
                Math.log(
                        (0.75 * Math.exp(-(1 + 4) / (2 * variance))
                                        + 0.25 * Math.exp(-(4 + 1) / (2 * variance)))
                                / (2 * Math.PI * variance));
        assertThat(model.logDensity(new double[] {1, 2}, 2)[0]).isCloseTo(expected, within(1e-14));
    }

    /** Above and below the size from which the product is spread over threads. */
    @Test
    void imagesAreDenoisedByTheDirectSum() {
        FiniteSet digits = FiniteSet.of(GlyphDigits.all());
        assertThat(digits.size()).isEqualTo(1200);
        double[] x = Seeds.stream("digits").doubles(37 * 256, -3, 3).toArray();
        float[] pixels = new float[256];
        for (double t : new double[] {0.3, 2, 80}) {
            double[] d = denoised(digits, x, t);
            for (int row : new int[] {0, 17, 36}) {
                double[] exponents = new double[1200];
                for (int k = 0; k < 1200; k++) {
                    GlyphDigits.all().copyTo(k, pixels, 0);
                    for (int i = 0; i < 256; i++) {
                        double away = x[row * 256 + i] - pixels[i];
                        exponents[k] -= away * away / (2 * t * t);
                    }
                }
                double largest = Arrays.stream(exponents).max().orElseThrow();
                double[] sum = new double[256];
                double total = 0;
                for (int k = 0; k < 1200; k++) {
                    GlyphDigits.all().copyTo(k, pixels, 0);
                    double weight = Math.exp(exponents[k] - largest);
                    total += weight;
                    for (int i = 0; i < 256; i++) {
                        sum[i] += weight * pixels[i];
                    }
                }
                double all = total;
                assertThat(Arrays.copyOfRange(d, row * 256, (row + 1) * 256))
                        .containsExactly(
                                Arrays.stream(sum).map(s -> s / all).toArray(), within(1e-9));
            }
        }
    }

    @Test
    void nonsenseIsRefused() {
        double[][] two = {{0}, {1}};
        assertThatThrownBy(() -> new GaussianMixture(two, new double[] {0, 0}, 1))
                .hasMessageContaining("sum of weights (0");
        assertThatThrownBy(() -> new GaussianMixture(two, new double[] {1, -1}, 1))
                .hasMessageContaining("weight (-1");
        assertThatThrownBy(() -> GaussianMixture.even(two, 0)).hasMessageContaining("deviation (0");
        assertThatThrownBy(() -> new Gaussian(new double[] {0}, new double[] {-1}))
                .hasMessageContaining("variance (-1");
    }
}
