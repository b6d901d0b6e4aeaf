package spaceslab.essay.pretraining.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StripesTest {
    @TestFactory
    Stream<DynamicTest> optimaAreThoseOfTheReference() throws IOException {
        try (InputStream file = StripesTest.class.getResourceAsStream("/reference/stripes.json")) {
            JsonNode rows =
                    JsonMapper.shared().readTree(Objects.requireNonNull(file)).required("rows");
            return StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> DynamicTest.dynamicTest(row.toString(), () -> check(row)));
        }
    }

    private static void check(JsonNode row) {
        Stripes stripes = new Stripes(row.required("S").asInt(), row.required("q").asDouble());
        double sampled = row.required("bayes_accuracy_mc20000_seed5").asDouble();
        assertThat(stripes.bayesAccuracy())
                .isCloseTo(
                        sampled,
                        within(4 * Math.sqrt(Math.max(1e-5, sampled * (1 - sampled)) / 20_000)));
        row.required("best_mlm_accuracy_given_class")
                .properties()
                .forEach(entry ->
                        assertThat(stripes.maskedOptimum(Double.parseDouble(entry.getKey())))
                                .isCloseTo(entry.getValue().asDouble(), within(1e-12)));
    }

    /** All 512 pictures of 3 × 3, each with its probability under both labels. */
    @Test
    void theBestClassifierIsThatOfAFullEnumeration() {
        int size = 3;
        double q = 0.2;
        double right = 0;
        for (int picture = 0; picture < 512; picture++) {
            double p0 = 1;
            double p1 = 1;
            for (int chain = 0; chain < size; chain++) {
                p0 *= 0.5;
                p1 *= 0.5;
                for (int i = 1; i < size; i++) {
                    p0 *= factor(picture, chain * size + i, chain * size + i - 1, q);
                    p1 *= factor(picture, i * size + chain, (i - 1) * size + chain, q);
                }
            }
            right += Math.max(p0, p1) / 2;
        }
        assertThat(new Stripes(size, q).bayesAccuracy()).isCloseTo(right, within(1e-14));
    }

    /** By drawing: the best guess of the next pixel is the last of its chain. */
    @Test
    void predictingTheNextPixelHasItsOptimum() {
        Stripes stripes = new Stripes(5, 0.2);
        RandomStream random = new SeededStreams(4).stream(0);
        int right = 0;
        int all = 0;
        for (int n = 0; n < 4000; n++) {
            int[] pixels = stripes.draw(0, random);
            for (int p = 1; p < 25; p++) {
                right += pixels[p] == (p % 5 == 0 ? 0 : pixels[p - 1]) ? 1 : 0;
                all++;
            }
        }
        assertThat(stripes.nextOptimum()).isCloseTo((double) right / all, within(0.006));
    }

    private static double factor(int picture, int a, int b, double q) {
        return (picture >> a & 1) == (picture >> b & 1) ? 1 - q : q;
    }

    @Test
    void labelsAreTransposesAndFlipsAsOftenAsTheyShould() {
        Stripes stripes = new Stripes(8, 0.1);
        RandomStream random = new SeededStreams(3).stream(0);
        int flips = 0;
        int ones = 0;
        int pictures = 4000;
        for (int n = 0; n < pictures; n++) {
            int label = n % 2;
            int[] pixels = stripes.draw(label, random);
            for (int p = 0; p < 64; p++) {
                ones += pixels[p];
                int before = label == 0 ? p - 1 : p - 8;
                boolean inChain = label == 0 ? p % 8 > 0 : p >= 8;
                flips += inChain && pixels[p] != pixels[before] ? 1 : 0;
            }
        }
        assertThat(flips / (56.0 * pictures)).isCloseTo(0.1, within(0.003));
        assertThat(ones / (64.0 * pictures)).isCloseTo(0.5, within(0.01));
    }
}
