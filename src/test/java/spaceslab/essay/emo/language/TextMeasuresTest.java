package spaceslab.essay.emo.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/** What is measured of texts, on examples by hand and in limits with a closed form. */
class TextMeasuresTest {
    private static List<List<String>> texts(String... texts) {
        return Stream.of(texts).map(Words::of).toList();
    }

    @Test
    void wordsAndMarks() {
        assertThat(Words.of(" And God said,\nLet there be light: un"))
                .containsExactly(
                        "And", "God", "said", ",", "Let", "there", "be", "light", ":", "un");
    }

    /** Pairs: a b, b a, a b | b a: 2 of 4. */
    @Test
    void distinct() {
        assertThat(Words.distinct(texts("a b a b", "b a"), 2)).isEqualTo(2.0 / 4);
        assertThat(Words.distinct(texts("a b a b", "b a"), 1)).isEqualTo(2.0 / 6);
        assertThat(Words.distinct(texts("a", "b"), 2)).isNaN();
    }

    @Test
    void selfBleuOfEqualTextsIsOne() {
        assertThat(SelfBleu.of(texts("in the beginning God made", "in the beginning God made")))
                .isCloseTo(1, within(1e-12));
    }

    /** Nothing in common: 0.1 stands for each of 4, 3, 2 and 1 n-grams. */
    @Test
    void selfBleuOfTextsWithoutCommonWordsIsTheSmoothing() {
        double expected = 0.1 / Math.pow(4 * 3 * 2, 0.25);
        assertThat(SelfBleu.of(texts("a b c d", "e f g h"))).isCloseTo(expected, within(1e-12));
    }

    /**
     * "a b c d e" against "a b c x e": 4 of 5 words, 2 of 4 pairs, 1 of 3 threes, no four (0.1 of
     * 2), the same both ways.
     */
    @Test
    void selfBleuByHand() {
        double expected = Math.pow(4.0 / 5 * 2 / 4 * 1 / 3 * 0.1 / 2, 0.25);
        assertThat(SelfBleu.of(texts("a b c d e", "a b c x e"))).isCloseTo(expected, within(1e-12));
    }

    /** A word counts as often as one reference has it; the shorter text pays for its length. */
    @Test
    void selfBleuClipsAndPaysForBrevity() {
        // "a a": 1 of 2 words, no pair; its nearest reference has 3 words
        double first = Math.sqrt(1.0 / 2 * 0.1 / 1) * Math.exp(1 - 3.0 / 2);
        // "a b c": 1 of 3, no pair of 2, no three of 1; longer than its reference
        double second = Math.cbrt(1.0 / 3 * 0.1 / 2 * 0.1 / 1);
        assertThat(SelfBleu.of(texts("a a", "a b c")))
                .isCloseTo((first + second) / 2, within(1e-12));
        assertThatIllegalArgumentException().isThrownBy(() -> SelfBleu.of(texts("a b")));
    }

    /** The definition, text by text and reference by reference. */
    @Test
    void selfBleuIsTheMeanOverAllReferences() {
        RandomStream random = new SeededStreams(Seeds.stream("text measures").nextLong()).stream(0);
        List<List<String>> texts =
                IntStream.range(0, 8)
                        .mapToObj(i ->
                                IntStream.range(0, 6 + random.nextInt(6))
                                        .mapToObj(w -> "abc".substring(random.nextInt(3)))
                                        .toList())
                        .toList();
        double sum = 0;
        for (int i = 0; i < texts.size(); i++) {
            List<String> text = texts.get(i);
            int own = i;
            double logs = 0;
            for (int n = 1; n <= 4; n++) {
                int order = n;
                double met = 0;
                List<List<String>> grams = Words.grams(text, n);
                for (List<String> gram : grams.stream().distinct().toList()) {
                    long most =
                            IntStream.range(0, texts.size())
                                    .filter(j -> j != own)
                                    .mapToLong(j -> count(gram, Words.grams(texts.get(j), order)))
                                    .max()
                                    .orElseThrow();
                    met += Math.min(most, count(gram, grams));
                }
                logs += Math.log(Math.max(met, 0.1) / grams.size()) / 4;
            }
            int nearest =
                    IntStream.range(0, texts.size())
                            .filter(j -> j != own)
                            .map(j -> texts.get(j).size())
                            .boxed()
                            .min((a, b) -> {
                                int da = Math.abs(a - text.size());
                                int db = Math.abs(b - text.size());
                                return da == db ? Integer.compare(a, b) : Integer.compare(da, db);
                            })
                            .orElseThrow();
            sum += Math.exp(logs + Math.min(0, 1 - (double) nearest / text.size()));
        }
        assertThat(SelfBleu.of(texts)).isCloseTo(sum / texts.size(), within(1e-12));
    }

    private static long count(List<String> gram, List<List<String>> grams) {
        return grams.stream().filter(gram::equals).count();
    }

    @Test
    void equalDistributionsHaveAreaOne() {
        double[] p = {0.2, 0.5, 0.3, 0};
        assertThat(DivergenceFrontier.area(p, p)).isCloseTo(1, within(1e-9));
    }

    /** x = (1 − w)⁵, y = w⁵: the area is 1/252; 25 trapezoids add a little. */
    @Test
    void distributionsWithNothingInCommonHaveAreaNearZero() {
        assertThat(DivergenceFrontier.area(new double[] {1, 0}, new double[] {0, 1}))
                .isCloseTo(1.0 / 252, within(2e-4));
    }

    @Test
    void areaIsSymmetricAndFallsWithDistance() {
        RandomStream random = new SeededStreams(Seeds.stream("text measures").nextLong()).stream(0);
        double[] p = shares(random);
        double[] q = shares(random);
        double area = DivergenceFrontier.area(p, q);
        assertThat(DivergenceFrontier.area(q, p)).isCloseTo(area, within(1e-12));
        double last = 1;
        for (double mix : new double[] {0.2, 0.5, 0.8, 1}) {
            double[] between = new double[p.length];
            Arrays.setAll(between, i -> (1 - mix) * p[i] + mix * q[i]);
            double nearer = DivergenceFrontier.area(p, between);
            assertThat(nearer).isLessThan(last);
            last = nearer;
        }
        assertThat(last).isCloseTo(area, within(1e-12));
    }

    private static double[] shares(RandomStream random) {
        double[] p = new double[6];
        Arrays.setAll(p, i -> random.nextExponential());
        double sum = Arrays.stream(p).sum();
        return Arrays.stream(p).map(x -> x / sum).toArray();
    }

    @Test
    void featuresOfOneKindAreNearAndOfTwoKindsFar() {
        SeededStreams streams = new SeededStreams(Seeds.stream("text measures").nextLong());
        double[][] a = cloud(0, streams.stream(0));
        double[][] b = cloud(0, streams.stream(1));
        double[][] c = cloud(40, streams.stream(2));
        assertThat(area(a, a, streams)).isCloseTo(1, within(1e-9));
        assertThat(area(a, b, streams)).isGreaterThan(0.7);
        assertThat(area(a, c, streams)).isLessThan(0.01);
    }

    private static double area(double[][] p, double[][] q, SeededStreams streams) {
        return DivergenceFrontier.area(p, q, 10, streams.stream(3), StopSignal.never());
    }

    private static double[][] cloud(double middle, RandomStream random) {
        double[][] points = new double[400][3];
        for (double[] point : points) {
            Arrays.setAll(point, i -> middle + random.nextGaussian());
        }
        return points;
    }
}
