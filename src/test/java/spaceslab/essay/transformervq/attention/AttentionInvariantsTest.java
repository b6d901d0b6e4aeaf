package spaceslab.essay.transformervq.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RealMatrix;

/** What holds for any sequence, on random ones. */
class AttentionInvariantsTest {
    private static final StopSignal NEVER = StopSignal.never();

    /** A random sequence; {@code random} may draw from another seed each build profile. */
    private record Case(RealMatrix q, RealMatrix k, RealMatrix v, RealMatrix codes, int block) {
        static Case draw(RealMatrix like, SplittableRandom random) {
            int block = 1 + random.nextInt(9);
            int n = 1 + random.nextInt(60);
            int dk = 1 + random.nextInt(8);
            return new Case(
                    normal(like, n, dk, random),
                    normal(like, n, dk, random),
                    normal(like, n, 1 + random.nextInt(5), random),
                    normal(like, 1 + random.nextInt(9), dk, random),
                    block);
        }

        QuantisedKeys keys() {
            return QuantisedKeys.of(k, codes);
        }

        double[] blockwise(Positions positions) {
            return BlockRecurrence.local(keys(), positions, block).attend(q, v, NEVER).toDoubles();
        }

        double[] quadratic(Positions positions) {
            return QuadraticAttention.outputs(
                            QuadraticAttention.weights(q, keys().vectors(), positions, true, NEVER),
                            v)
                    .toDoubles();
        }
    }

    private static RealMatrix normal(RealMatrix like, int n, int d, SplittableRandom random) {
        RealMatrix x = like.like(n, d);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                x.set(i, j, random.nextGaussian());
            }
        }
        return x;
    }

    private static LocalBias bias(int window, SplittableRandom random) {
        return new LocalBias(random.doubles(window + 1L, -2, 2).toArray());
    }

    @ParameterizedTest
    @CsvSource({"double, 1e-12", "single, 1e-5"})
    void linearIsQuadratic(String precision, double tolerance) {
        SplittableRandom random = Seeds.stream("linear against quadratic, " + precision);
        RealMatrix like =
                precision.equals("double") ? RealMatrix.float64(1, 1) : RealMatrix.float32(1, 1);
        for (int i = 0; i < 60; i++) {
            Case c = Case.draw(like, random);
            for (Positions positions :
                    new Positions[] {
                        LocalBias.none(c.block), bias(c.block, random), new ReRope(c.block)
                    }) {
                assertThat(c.blockwise(positions))
                        .containsExactly(c.quadratic(positions), within(tolerance));
            }
            double[] plain = c.quadratic(LocalBias.none(1));
            assertThat(TokenRecurrence.attend(c.q, c.keys(), c.v).toDoubles())
                    .containsExactly(plain, within(tolerance));
            assertThat(BlockRecurrence.plain(c.keys(), c.block).attend(c.q, c.v, NEVER).toDoubles())
                    .containsExactly(plain, within(tolerance));
            assertThat(
                            QuadraticAttention.causal(c.q, c.keys().vectors(), c.v, c.block, NEVER)
                                    .toDoubles())
                    .containsExactly(plain, within(tolerance));
        }
    }

    @Test
    void keysFromTheCodebookLoseNothing() {
        SplittableRandom random = Seeds.stream("keys from the codebook");
        for (int i = 0; i < 30; i++) {
            Case drawn = Case.draw(RealMatrix.float64(1, 1), random);
            RealMatrix k = drawn.keys().vectors();
            Case c = new Case(drawn.q, k, drawn.v, drawn.codes, drawn.block);
            LocalBias bias = bias(c.block, random);
            double[] full =
                    QuadraticAttention.outputs(
                                    QuadraticAttention.weights(c.q, k, bias, true, NEVER), c.v)
                            .toDoubles();
            assertThat(c.blockwise(bias)).containsExactly(full, within(1e-12));
            assertThat(c.keys().commitment(k)).isZero();
        }
    }

    @Test
    void outputsAreAveragesOfValues() {
        SplittableRandom random = Seeds.stream("convex hull");
        for (int i = 0; i < 30; i++) {
            Case c = Case.draw(RealMatrix.float64(1, 1), random);
            double[] out = c.blockwise(bias(c.block, random));
            double least = Arrays.stream(c.v.toDoubles()).min().orElseThrow();
            double most = Arrays.stream(c.v.toDoubles()).max().orElseThrow();
            assertThat(out)
                    .satisfies(o ->
                            assertThat(Arrays.stream(o).min().orElseThrow())
                                    .isGreaterThanOrEqualTo(least - 1e-12))
                    .satisfies(o ->
                            assertThat(Arrays.stream(o).max().orElseThrow())
                                    .isLessThanOrEqualTo(most + 1e-12));
            RealMatrix ones = c.v.like(c.v.rows(), 1);
            for (int t = 0; t < ones.rows(); t++) {
                ones.set(t, 0, 1);
            }
            Case constant = new Case(c.q, c.k, ones, c.codes, c.block);
            assertThat(constant.blockwise(bias(c.block, random)))
                    .containsExactly(ones.toDoubles(), within(1e-13));
        }
    }

    @Test
    void nothingSeesTheFutureAndTheCacheLagsTwoBlocks() {
        SplittableRandom random = Seeds.stream("causality");
        for (int i = 0; i < 30; i++) {
            Case c = Case.draw(RealMatrix.float64(1, 1), random);
            LocalBias bias = bias(c.block, random);
            double[] before = c.blockwise(bias);
            int changed = random.nextInt(c.v.rows());
            for (RealMatrix x : new RealMatrix[] {c.q, c.k, c.v}) {
                x.set(changed, 0, 7);
            }
            int same = changed * c.v.columns();
            assertThat(Arrays.copyOf(c.blockwise(bias), same))
                    .containsExactly(Arrays.copyOf(before, same));
            BlockRecurrence.local(c.keys(), bias, c.block)
                    .attend(
                            c.q,
                            c.v,
                            (from, to, cache) ->
                                    assertThat(cache.tokens())
                                            .isEqualTo(Math.max(0, from - c.block)),
                            NEVER);
        }
    }

    @Test
    void ofEqualCodewordsTheFirstIsTaken() {
        RealMatrix codes = RealMatrix.float64(3, 2).fill(new double[][] {{5, 5}, {1, 0}, {1, 0}});
        RealMatrix k = RealMatrix.float64(1, 2).fill(new double[][] {{.9, .1}});
        assertThat(QuantisedKeys.of(k, codes).z()).containsExactly(1);
    }

    /** With c = 1 the far context is one averaged value of weight N exp(q·C_0). */
    @Test
    void oneCodewordAveragesAllThatIsFar() {
        SplittableRandom random = Seeds.stream("one codeword");
        RealMatrix like = RealMatrix.float64(1, 1);
        Case c =
                new Case(
                        normal(like, 12, 2, random),
                        normal(like, 12, 2, random),
                        normal(like, 12, 1, random),
                        normal(like, 1, 2, random),
                        4);
        LocalBias bias = bias(4, random);
        double[] out = c.blockwise(bias);
        double mean = (c.v.at(0, 0) + c.v.at(1, 0) + c.v.at(2, 0) + c.v.at(3, 0)) / 4;
        double numerator = 4 * mean;
        double denominator = 4;
        for (int j = 4; j <= 9; j++) {
            double weight = Math.exp(bias.at(9 - j));
            numerator += weight * c.v.at(j, 0);
            denominator += weight;
        }
        assertThat(out[9]).isCloseTo(numerator / denominator, within(1e-13));
    }

    /** On a grid of 1/256 sums are exact: far tokens are a multiset, to the last bit. */
    @Test
    void permutingFarTokensChangesNoBit() {
        SplittableRandom random = Seeds.stream("permutation of far tokens");
        RealMatrix like = RealMatrix.float64(1, 1);
        RealMatrix q = normal(like, 96, 4, random);
        RealMatrix k = normal(like, 96, 4, random);
        RealMatrix v = like.like(96, 3);
        for (int i = 0; i < 96; i++) {
            for (int j = 0; j < 3; j++) {
                v.set(i, j, random.nextInt(-512, 512) / 256.0);
            }
        }
        Case c = new Case(q, k, v, normal(like, 6, 4, random), 8);
        LocalBias bias = bias(8, random);
        double[] before = c.blockwise(bias);
        RealMatrix shuffledK = like.like(96, 4);
        RealMatrix shuffledV = like.like(96, 3);
        for (int i = 0; i < 96; i++) {
            int from = i < 64 ? (i * 37 + 11) % 64 : i;
            shuffledK.copy(i, 0, k, from, 0, 4);
            shuffledV.copy(i, 0, v, from, 0, 3);
        }
        double[] after = new Case(q, shuffledK, shuffledV, c.codes, 8).blockwise(bias);
        assertThat(Arrays.copyOfRange(after, 72 * 3, 96 * 3))
                .containsExactly(Arrays.copyOfRange(before, 72 * 3, 96 * 3));
        assertThat(Arrays.copyOf(after, 64 * 3)).isNotEqualTo(Arrays.copyOf(before, 64 * 3));
    }

    @Test
    void windowOnlyForgetsWhatLeftTheWindow() {
        SplittableRandom random = Seeds.stream("window only");
        RealMatrix like = RealMatrix.float64(1, 1);
        Case c =
                new Case(
                        normal(like, 40, 3, random),
                        normal(like, 40, 3, random),
                        normal(like, 40, 2, random),
                        normal(like, 5, 3, random),
                        8);
        BlockRecurrence window = BlockRecurrence.windowOnly(c.keys(), LocalBias.none(8), 8);
        double[] before = window.attend(c.q, c.v, NEVER).toDoubles();
        c.v.set(3, 0, 100);
        double[] after = window.attend(c.q, c.v, NEVER).toDoubles();
        assertThat(Arrays.copyOfRange(after, 16 * 2, 40 * 2))
                .containsExactly(Arrays.copyOfRange(before, 16 * 2, 40 * 2));
    }

    @Test
    void aWindowLongerThanABlockIsRefused() {
        Case c = Case.draw(RealMatrix.float64(1, 1), new SplittableRandom(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlockRecurrence.local(c.keys(), LocalBias.none(9), 8))
                .withMessageContaining("window (9)");
    }
}
