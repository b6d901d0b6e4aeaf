package spaceslab.essay.amed.denoiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.Seeds;
import spaceslab.learning.GradientCheck;

class PreconditioningTest {
    /** For data of deviation σ_d, what the network reads and must write has variance 1. */
    @Test
    void inputsAndTargetsHaveUnitVarianceAtEveryLevel() {
        SplittableRandom random = Seeds.stream("preconditioning");
        for (int trial = 0; trial < 100; trial++) {
            double deviation = Math.exp(random.nextDouble(-3, 2));
            double sigma = Math.exp(random.nextDouble(-6, 4.5));
            Preconditioning p = new Preconditioning(deviation);
            double data = deviation * deviation;
            double total = data + sigma * sigma;
            assertThat(p.in(sigma) * p.in(sigma) * total).isCloseTo(1, within(1e-12));
            double kept = 1 - p.skip(sigma);
            double target = kept * kept * data + p.skip(sigma) * p.skip(sigma) * sigma * sigma;
            assertThat(target / (p.out(sigma) * p.out(sigma))).isCloseTo(1, within(1e-9));
            assertThat(p.weight(sigma) * p.out(sigma) * p.out(sigma)).isCloseTo(1, within(1e-12));
            assertThat(p.noise(sigma)).isEqualTo(Math.log(sigma) / 4);
        }
    }

    @Test
    void atTheEndsItIsTheInputOrTheNetwork() {
        Preconditioning p = new Preconditioning(0.5);
        assertThat(p.skip(1e-6)).isCloseTo(1, within(1e-11));
        assertThat(p.out(1e-6)).isCloseTo(1e-6, within(1e-17));
        assertThat(p.skip(1e6)).isCloseTo(0, within(1e-12));
        assertThat(p.out(1e6)).isCloseTo(0.5, within(1e-9));
        assertThatThrownBy(() -> new Preconditioning(0)).hasMessageContaining("σ_d (0.0)");
        assertThatThrownBy(() -> new Preconditioning(Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void gradientsThroughDenoiserAndLossAreThoseOfDifferences() {
        double[] sigmas = {0.02, 0.4, 7};
        Preconditioning preconditioning = new Preconditioning(0.5);
        GradientCheck.check(
                weights -> {
                    PreconditionedMlp mlp = new PreconditionedMlp(preconditioning, weights, 2, 5);
                    return x -> mlp.denoise(x, sigmas);
                },
                3,
                2);
        GradientCheck.check(
                weights -> {
                    PreconditionedMlp mlp = new PreconditionedMlp(preconditioning, weights, 2, 5);
                    return noise -> mlp.losses(noise.times(0.3), noise, sigmas);
                },
                3,
                2);
    }
}
