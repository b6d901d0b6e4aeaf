package spaceslab.essay.transformervq.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RealMatrix;

/** Linear gradients against the quadratic ones. */
class BlockGradientTest {
    private static final StopSignal NEVER = StopSignal.never();

    private static RealMatrix normal(int n, int d, SplittableRandom random) {
        RealMatrix x = RealMatrix.float64(n, d);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                x.set(i, j, random.nextGaussian());
            }
        }
        return x;
    }

    @Test
    void linearIsQuadratic() {
        SplittableRandom random = Seeds.stream("linear gradients");
        for (int trial = 0; trial < 25; trial++) {
            int n = 1 + random.nextInt(50);
            int block = 1 + random.nextInt(9);
            RealMatrix q = normal(n, 3, random);
            RealMatrix v = normal(n, 2, random);
            RealMatrix g = normal(n, 2, random);
            QuantisedKeys keys = QuantisedKeys.of(normal(n, 3, random), normal(5, 3, random));
            LocalBias bias = new LocalBias(random.doubles(block + 1L, -1, 1).toArray());
            RealMatrix weights = QuadraticAttention.weights(q, keys.vectors(), bias, true, NEVER);
            for (GradientReach reach :
                    List.of(
                            GradientReach.TWO_BLOCKS,
                            GradientReach.TWO_BLOCKS_CACHE_STOPPED,
                            GradientReach.ONE_BLOCK)) {
                AttentionGradient truth =
                        AttentionGradient.of(q, keys, v, weights, g, block, block, reach);
                AttentionGradient linear =
                        BlockGradient.of(q, keys, v, g, bias, block, reach, NEVER);
                assertThat(linear.dq().toDoubles())
                        .containsExactly(truth.dq().toDoubles(), within(1e-12));
                assertThat(linear.dk().toDoubles())
                        .containsExactly(truth.dk().toDoubles(), within(1e-12));
                assertThat(linear.dv().toDoubles())
                        .containsExactly(truth.dv().toDoubles(), within(1e-12));
                assertThat(linear.db()).containsExactly(truth.db(), within(1e-12));
            }
        }
    }

    @Test
    void theFullGradientIsNotLinear() {
        SplittableRandom random = new SplittableRandom(1);
        RealMatrix x = normal(8, 2, random);
        QuantisedKeys keys = QuantisedKeys.of(x, normal(2, 2, random));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        BlockGradient.of(
                                x, keys, x, x, LocalBias.none(2), 2, GradientReach.FULL, NEVER))
                .withMessageContaining("only two blocks");
    }
}
