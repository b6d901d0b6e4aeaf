package spaceslab.essay.transformervq.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RealMatrix;
import spaceslab.numerics.quantisation.Codebook;
import spaceslab.numerics.quantisation.MovingAverageCodebook;
import tools.jackson.databind.JsonNode;

/** Every vector of reference/tvq.json. */
class ReferenceAttentionTest {
    private static final StopSignal NEVER = StopSignal.never();
    private static final RealMatrix Q = TvqReference.input("Q");
    private static final RealMatrix K = TvqReference.input("K");
    private static final RealMatrix V = TvqReference.input("V");
    private static final RealMatrix G = TvqReference.input("G");
    private static final RealMatrix C = TvqReference.input("C");
    private static final int L = TvqReference.BLOCK;
    private static final LocalBias BIAS =
            new LocalBias(TvqReference.vector(TvqReference.INPUTS.get("bias_by_distance")));
    private static final LocalBias NONE = LocalBias.none(L);
    private static final QuantisedKeys KEYS = QuantisedKeys.of(K, C);

    private static void assertIs(RealMatrix actual, String name) {
        assertThat(actual.toDoubles())
                .containsExactly(TvqReference.flat(TvqReference.JSON.get(name)), within(1e-14));
    }

    private static RealMatrix quadratic(RealMatrix k, Positions positions, boolean causal) {
        return QuadraticAttention.outputs(
                QuadraticAttention.weights(Q, k, positions, causal, NEVER), V);
    }

    @Test
    void shortcodesAndCommitment() {
        assertThat(Arrays.stream(KEYS.z()).asDoubleStream().toArray())
                .containsExactly(TvqReference.vector(TvqReference.JSON.get("shortcodes")));
        assertThat(KEYS.commitment(K))
                .isCloseTo(TvqReference.JSON.get("commit_mean").asDouble(), within(1e-14));
    }

    @Test
    void encoderForms() {
        assertIs(quadratic(KEYS.vectors(), NONE, false), "encoder_vq");
        assertIs(EncoderPicking.attend(Q, KEYS, V), "encoder_vq");
        assertIs(quadratic(K, NONE, false), "encoder_unquantised");
    }

    @Test
    void causalForms() {
        assertIs(quadratic(KEYS.vectors(), NONE, true), "decoder_vq_nobias");
        assertIs(TokenRecurrence.attend(Q, KEYS, V), "decoder_vq_nobias");
        assertIs(BlockRecurrence.plain(KEYS, L).attend(Q, V, NEVER), "decoder_vq_nobias");
        assertIs(BlockRecurrence.local(KEYS, NONE, L).attend(Q, V, NEVER), "decoder_vq_nobias");
        assertIs(quadratic(KEYS.vectors(), BIAS, true), "decoder_vq_bias");
        assertIs(BlockRecurrence.local(KEYS, BIAS, L).attend(Q, V, NEVER), "decoder_vq_bias");
        assertIs(quadratic(K, BIAS, true), "decoder_unquantised_bias");
        assertIs(QuadraticAttention.causal(Q, KEYS.vectors(), V, 5, NEVER), "decoder_vq_nobias");
    }

    @Test
    void scoresBeyondAThousandDoNotOverflow() {
        RealMatrix loud = Q.like(Q.rows(), Q.columns());
        for (int i = 0; i < Q.rows(); i++) {
            loud.add(i, 400, Q, i);
        }
        assertIs(
                BlockRecurrence.local(KEYS, BIAS, L).attend(loud, V, NEVER),
                "decoder_vq_bias_Qx400");
    }

    @Test
    void cacheOfEachBlock() {
        List<double[]> sums = new ArrayList<>();
        List<double[]> means = new ArrayList<>();
        List<long[]> counts = new ArrayList<>();
        BlockRecurrence.local(KEYS, BIAS, L)
                .attend(
                        Q,
                        V,
                        (from, to, cache) -> {
                            sums.add(cache.sums().toDoubles());
                            means.add(cache.means().toDoubles());
                            counts.add(cache.counts());
                        },
                        NEVER);
        JsonNode blocks = TvqReference.JSON.get("cache_per_block");
        assertThat(sums).hasSize(blocks.size());
        for (int g = 0; g < blocks.size(); g++) {
            JsonNode block = blocks.get(g);
            assertThat(sums.get(g))
                    .containsExactly(TvqReference.flat(block.get("sum_used")), within(1e-14));
            assertThat(means.get(g))
                    .containsExactly(TvqReference.flat(block.get("mean_used")), within(1e-14));
            assertThat(Arrays.stream(counts.get(g)).asDoubleStream().toArray())
                    .containsExactly(TvqReference.vector(block.get("counts_used")));
        }
    }

    @Test
    void cacheOfAllTokens() {
        CompressiveCache cache = new CompressiveCache(V, C.rows());
        cache.absorb(KEYS.z(), V, 0, V.rows());
        assertThat(cache.sums().toDoubles())
                .containsExactly(
                        TvqReference.flat(TvqReference.JSON.get("final_token_sums")),
                        within(1e-14));
        assertThat(Arrays.stream(cache.counts()).asDoubleStream().toArray())
                .containsExactly(TvqReference.vector(TvqReference.JSON.get("final_token_counts")));
    }

    private static AttentionGradient gradient(GradientReach reach) {
        RealMatrix weights = QuadraticAttention.weights(Q, KEYS.vectors(), BIAS, true, NEVER);
        return AttentionGradient.of(Q, KEYS, V, weights, G, L, L, reach);
    }

    @ParameterizedTest
    @CsvSource({"full", "two_blocks", "one_block", "two_blocks_cache_values_stopped"})
    void gradients(String name) {
        AttentionGradient gradient =
                gradient(
                        switch (name) {
                            case "full" -> GradientReach.FULL;
                            case "two_blocks" -> GradientReach.TWO_BLOCKS;
                            case "one_block" -> GradientReach.ONE_BLOCK;
                            default -> GradientReach.TWO_BLOCKS_CACHE_STOPPED;
                        });
        JsonNode expected = TvqReference.JSON.get("gradients_of_sum_O_times_G").get(name);
        assertThat(gradient.dq().toDoubles())
                .containsExactly(TvqReference.flat(expected.get("dQ")), within(1e-14));
        assertThat(gradient.dk().toDoubles())
                .containsExactly(TvqReference.flat(expected.get("dK")), within(1e-14));
        assertThat(gradient.dv().toDoubles())
                .containsExactly(TvqReference.flat(expected.get("dV")), within(1e-14));
        assertThat(gradient.db())
                .containsExactly(TvqReference.vector(expected.get("db")), within(1e-14));
    }

    @Test
    void aPermutedOldBlockChangesOnlyTheNextOne() {
        JsonNode permuted = TvqReference.JSON.get("permute_old_block");
        RealMatrix k = K.like(K.rows(), K.columns());
        RealMatrix v = V.like(V.rows(), V.columns());
        for (int i = 0; i < K.rows(); i++) {
            int from = i < L ? permuted.get("perm_of_block0").get(i).asInt() : i;
            k.copy(i, 0, K, from, 0, K.columns());
            v.copy(i, 0, V, from, 0, V.columns());
        }
        RealMatrix out = BlockRecurrence.local(QuantisedKeys.of(k, C), BIAS, L).attend(Q, v, NEVER);
        double[] all = out.toDoubles();
        assertThat(Arrays.copyOfRange(all, 8 * 2, 12 * 2))
                .containsExactly(TvqReference.flat(permuted.get("rows8_11")), within(1e-14));
        assertThat(Arrays.copyOfRange(all, 4 * 2, 8 * 2))
                .containsExactly(TvqReference.flat(permuted.get("rows4_7_after")), within(1e-14));
    }

    @Test
    void oneStepOfMovingAverages() {
        JsonNode ema = TvqReference.JSON.get("ema");
        MovingAverageCodebook after =
                MovingAverageCodebook.of(
                                new Codebook(TvqReference.rows(TvqReference.INPUTS.get("C"))),
                                ema.get("gamma").asDouble(),
                                0)
                        .updated(TvqReference.rows(TvqReference.INPUTS.get("K")), KEYS.z());
        assertThat(after.counts())
                .containsExactly(TvqReference.vector(ema.get("c_count1")), within(1e-14));
        double[][] sums = TvqReference.rows(ema.get("c_sum1"));
        double[][] codes = TvqReference.rows(ema.get("codebook1"));
        for (int s = 0; s < sums.length; s++) {
            assertThat(after.sums()[s]).containsExactly(sums[s], within(1e-14));
            assertThat(after.codebook().codes()[s]).containsExactly(codes[s], within(1e-14));
        }
    }
}
