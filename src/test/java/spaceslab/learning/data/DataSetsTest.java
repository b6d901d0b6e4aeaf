package spaceslab.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import spaceslab.numerics.SeededStreams;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The shipped data are what they say: counts, checksums and pixels computed by another tool. */
class DataSetsTest {
    /** SHA-256 of the unpacked files, by sha256sum. */
    @ParameterizedTest
    @CsvSource({
        "digits8x8.csv.gz,6ebb3d2fee246a4e99363262ddf8a00a3c41bee6014c373ed9d9216ba7f651b8",
        "fashion-mnist-test1000-images.idx3.gz,7cee33c3c6414b1b86c25e665a6c4f41584269de3b7cc9768b1d351922845eef",
        "fashion-mnist-test1000-labels.idx1.gz,3128d790775889812b73c4f13923559c8b9e281d112c6ea7862acf60a206a909",
        "fashion-mnist-train6000-images.idx3.gz,cf313073c7eb485392848071d5c433571d7166043e971e3345b095cc30518084",
        "fashion-mnist-train6000-labels.idx1.gz,097b93fbcf9bd5bc648b1a457ddc55c9e4ab49afb33f9ecae8ce068399a75e3a",
        "kjv-1200k.txt.gz,c19f73a7facba6ffc48e494868dbed53fd7a4eb5cf102f1b19968d08a5fb6d4a",
        "tang-qijue-6000.txt.gz,1d667e7fcb69681f04ea3322c35ea2c30f8ae0ddfc24a6bccafab5d2ff91b2c3"
    })
    void filesAreTheOnesThatWereChecked(String name, String sha256) throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(new DataFile(name, 9_000_000).bytes());
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
    }

    @Test
    void fashionMnistHasItsClassesAndPixels() {
        ImageSet train = FashionMnist.train();
        assertThat(train.size()).isEqualTo(6000);
        assertThat(counts(train)).containsOnly(600);
        assertThat(IntStream.of(train.labels()).limit(10))
                .containsExactly(9, 0, 0, 3, 0, 2, 7, 2, 5, 5);
        assertThat(train.level(0, 14, 14)).isEqualTo(217);
        assertThat(sum(train, 0)).isEqualTo(76_247);
        assertThat(IntStream.range(0, 6000).mapToLong(i -> sum(train, i)).sum())
                .isEqualTo(344_160_204L);
        ImageSet test = FashionMnist.test();
        assertThat(test.size()).isEqualTo(1000);
        assertThat(counts(test)).containsOnly(100);
        assertThat(test.level(0, 14, 14)).isEqualTo(110);
        assertThat(IntStream.range(0, 1000).mapToLong(i -> sum(test, i)).sum())
                .isEqualTo(56_973_981L);
        assertThat(FashionMnist.train()).isSameAs(train);
    }

    @Test
    void opticalDigitsHaveTheirClassesAndPixels() {
        ImageSet digits = OpticalDigits.all();
        assertThat(digits.size()).isEqualTo(1797);
        assertThat(counts(digits))
                .containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
        assertThat(IntStream.range(0, 1797).mapToLong(i -> sum(digits, i)).sum())
                .isEqualTo(561_718L);
        assertThat(digits.level(0, 0, 2)).isEqualTo(5);
        assertThat(digits.level(0, 0, 3)).isEqualTo(13);
        assertThat(digits.label(1)).isEqualTo(1);
    }

    @Test
    void glyphDigitsFollowTheRuleOfTheSharedFile() throws IOException {
        ImageSet digits = GlyphDigits.all();
        assertThat(digits.size()).isEqualTo(1200);
        JsonNode glyphs;
        try (InputStream in = DataSetsTest.class.getResourceAsStream("/reference/digits16.json")) {
            glyphs = new ObjectMapper().readTree(in).get("glyphs");
        }
        long lit = 0;
        for (int digit = 0; digit < 10; digit++) {
            JsonNode glyph = glyphs.get(Integer.toString(digit));
            for (int row = 0; row < 10; row++) {
                for (int column = 0; column < 12; column++) {
                    int image = GlyphDigits.index(digit, row, column);
                    assertThat(digits.label(image)).isEqualTo(digit);
                    for (int r = 0; r < 7; r++) {
                        for (int c = 0; c < 5; c++) {
                            int expected = glyph.get(r).asString().charAt(c) - '0';
                            assertThat(digits.level(image, row + r, column + c))
                                    .isEqualTo(expected);
                        }
                    }
                    lit += sum(digits, image);
                }
            }
        }
        // nothing is lit outside the glyphs
        assertThat(lit).isEqualTo(17_640);
        assertThat(GlyphDigits.index(9, 9, 11)).isEqualTo(1199);
        float[] first = digits.batch(new int[] {0});
        assertThat(first[0]).isEqualTo(-1f);
        assertThat(first[1]).isEqualTo(1f);
    }

    @Test
    void textsHaveTheirLengthAndAlphabet() {
        TextCorpus bible = Texts.KING_JAMES.corpus();
        assertThat(bible.length()).isEqualTo(1_199_927);
        assertThat(bible.alphabetSize()).isEqualTo(62);
        assertThat(bible.decode(bible.window(0, 54)))
                .isEqualTo("In the beginning God created the heaven and the earth.");
        assertThat(bible.encode("In the")).isEqualTo(bible.window(0, 6));
        assertThatIllegalArgumentException().isThrownBy(() -> bible.encode("Ω"));
        TextCorpus tang = Texts.TANG_QUATRAINS.corpus();
        assertThat(tang.length()).isEqualTo(198_000);
        // 4,262 characters with the line break, as Python counts them
        assertThat(tang.alphabetSize()).isEqualTo(4262);
        assertThat(tang.decode(tang.window(0, 8))).isEqualTo("澄潭皎鏡石崔巍，");
        assertThat(Texts.TANG_QUATRAINS.corpus()).isSameAs(tang);
    }

    @ParameterizedTest
    @EnumSource(PlaneShape.class)
    void shapesAreBalancedBoundedAndRepeatable(PlaneShape shape) {
        PlanePoints points = shape.draw(1000, 0.05, new SeededStreams(4).stream(0));
        PlanePoints again = shape.draw(1000, 0.05, new SeededStreams(4).stream(0));
        int[] sizes = new int[shape.groups()];
        double meanX = 0;
        for (int i = 0; i < points.size(); i++) {
            sizes[points.group(i)]++;
            assertThat(Math.hypot(points.x(i), points.y(i))).isLessThan(1.45);
            assertThat(again.x(i)).isEqualTo(points.x(i));
            meanX += points.x(i) / points.size();
        }
        assertThat(sizes).containsOnly(1000 / shape.groups());
        assertThat(Math.abs(meanX)).isLessThan(0.08);
        assertThat(points.shifted(3, -2).x(7)).isEqualTo(points.x(7) + 3);
    }

    @Test
    void ringsWithoutNoiseLieOnTheirCircles() {
        PlanePoints rings = PlaneShape.RINGS.draw(100, 0, new SeededStreams(1).stream(0));
        for (int i = 0; i < rings.size(); i++) {
            assertThat(Math.hypot(rings.x(i), rings.y(i)))
                    .isCloseTo(rings.group(i) == 0 ? 0.5 : 1, within());
        }
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-12);
    }

    @Test
    void everyEpochSeesEveryExampleOnceInAnOrderOfItsOwn() {
        Batches batches = new Batches(103, 10, new SeededStreams(7));
        assertThat(batches.stepsPerEpoch()).isEqualTo(10);
        Set<Integer> seen = new HashSet<>();
        for (int example : batches.epoch(3)) {
            seen.add(example);
        }
        assertThat(seen).hasSize(103);
        assertThat(batches.epoch(3)).isNotEqualTo(batches.epoch(4));
        int[] first = IntStream.of(batches.epoch(2)).limit(10).toArray();
        assertThat(batches.step(20)).isEqualTo(first);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Batches(5, 6, new SeededStreams(1)))
                .withMessageContaining("batch (6)");
    }

    @Test
    void splitsKeepEveryClassAndNeverOverlap() {
        int[] labels = OpticalDigits.all().labels();
        Split split = Split.stratified(labels, 0.2, new SeededStreams(1).stream(9));
        assertThat(split.train().length + split.test().length).isEqualTo(1797);
        assertThat(split.train()).doesNotContain(split.test()).isSorted();
        int[] counts = counts(OpticalDigits.all().select(split.test()));
        assertThat(counts).containsExactly(36, 36, 35, 37, 36, 36, 36, 36, 35, 36);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Split.stratified(labels, Double.NaN, new SeededStreams(1).stream(9)));
    }

    @Test
    void brokenFilesAreRefusedByName() {
        assertThatThrownBy(() -> new DataFile("kjv-1200k.txt.gz", 1000).bytes())
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("data/kjv-1200k.txt.gz is longer than 1000 bytes");
        assertThatThrownBy(() -> new DataFile("nothing.gz", 1000).bytes())
                .hasMessageContaining("data/nothing.gz");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxFile.read("PNG".getBytes(StandardCharsets.US_ASCII), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxFile.read(new byte[] {0, 0, 8, 1, 0, 0, 0, 9, 1}, 1))
                .withMessageContaining("dimension (9)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxFile.read(new byte[] {0, 0, 8, 1, 0, 0, 0, 1, 1, 2}, 1))
                .withMessageContaining("2 bytes for 1");
        assertThatIllegalArgumentException().isThrownBy(() -> OpticalDigits.parse("1,2,3"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpticalDigits.parse("17" + ",0".repeat(64)))
                .withMessageContaining("value (17)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageSet(2, 2, 1, new byte[3], new byte[1]));
    }

    private static int[] counts(ImageSet set) {
        int[] counts = new int[10];
        for (int label : set.labels()) {
            counts[label]++;
        }
        return counts;
    }

    private static long sum(ImageSet set, int image) {
        long sum = 0;
        for (int row = 0; row < set.height(); row++) {
            for (int column = 0; column < set.width(); column++) {
                sum += set.level(image, row, column);
            }
        }
        return sum;
    }
}
