package spaceslab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ParameterSchemaTest {
    private static final ParameterSchema<EveryKind> SCHEMA = ParameterSchema.of(EveryKind.class);

    @Test
    void declaresEveryComponentInOrder() {
        assertThat(SCHEMA.specs())
                .extracting(ParameterSpec::name)
                .containsExactly(
                        "count", "limit", "rate", "biased", "n", "seed", "way", "ways", "sizes",
                        "rates", "points", "picture");
        assertThat(SCHEMA.specs())
                .extracting(ParameterSpec::kind)
                .containsExactly(
                        ParameterSpec.Kind.INTEGER,
                        ParameterSpec.Kind.INTEGER,
                        ParameterSpec.Kind.DECIMAL,
                        ParameterSpec.Kind.FLAG,
                        ParameterSpec.Kind.NATURAL,
                        ParameterSpec.Kind.SEED,
                        ParameterSpec.Kind.CHOICE,
                        ParameterSpec.Kind.CHOICES,
                        ParameterSpec.Kind.INTEGERS,
                        ParameterSpec.Kind.DECIMALS,
                        ParameterSpec.Kind.POINTS,
                        ParameterSpec.Kind.BITMAP);
        assertThat(SCHEMA.spec("way").orElseThrow().choices())
                .containsExactly("plain", "sumDifference", "last");
    }

    @Test
    void defaultsAreThoseDeclaredAndNeedNoQuery() {
        EveryKind defaults = SCHEMA.defaults();
        assertThat(defaults)
                .isEqualTo(
                        new EveryKind(
                                5,
                                1000,
                                0.5,
                                true,
                                BigInteger.valueOf(130),
                                1,
                                EveryKind.Way.SUM_DIFFERENCE,
                                List.of(EveryKind.Way.PLAIN, EveryKind.Way.SUM_DIFFERENCE),
                                List.of(1, 2, 3),
                                List.of(0.1, 1.0),
                                List.of(new PlanePoint(0, 0.5), new PlanePoint(-1, 2)),
                                new Bitmap(9, 7, "8000000000000008")));
        assertThat(SCHEMA.differing(defaults)).isEmpty();
        assertThat(SCHEMA.read(Map.of()).violations()).isEmpty();
    }

    @Test
    void lenientReadingNamesAndReplacesWhatIsUnknownRepeatedOrBad() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put("count", List.of("7"));
        texts.put("rate", List.of("1", "2"));
        texts.put("n", List.of("many"));
        texts.put("nothing", List.of("<b>"));
        texts.put("<script>", List.of());
        ParameterSchema.Reading<EveryKind> reading = SCHEMA.read(texts);
        assertThat(reading.parameters().count()).isEqualTo(7);
        assertThat(reading.parameters().rate()).isEqualTo(0.5);
        assertThat(reading.parameters().n()).isEqualTo(130);
        assertThat(reading.violations())
                .extracting(Violation::parameter, Violation::key)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("rate", "repeated"),
                        org.assertj.core.groups.Tuple.tuple("n", "natural"),
                        org.assertj.core.groups.Tuple.tuple("nothing", "unknown"),
                        org.assertj.core.groups.Tuple.tuple("<script>", "unknown"));
    }

    @Test
    void aRefusedCombinationMovesWhatIsNamedAsFarAsNeededAndKeepsTheRest() {
        ParameterSchema.Reading<EveryKind> reading =
                SCHEMA.read(
                        Map.of(
                                "count",
                                List.of("900"),
                                "limit",
                                List.of("100"),
                                "rate",
                                List.of("2")));
        assertThat(reading.violations())
                .singleElement()
                .satisfies(v -> {
                    assertThat(v.parameter()).isEqualTo("count");
                    assertThat(v.value()).isEqualTo("900");
                });
        assertThat(reading.parameters().count()).isEqualTo(100);
        assertThat(reading.instead()).containsExactly(Map.entry("count", "100"));
        assertThat(reading.parameters().limit()).isEqualTo(100);
        assertThat(reading.parameters().rate()).isEqualTo(2);
    }

    @Test
    void neitherTheValueNorTheDefaultFits() {
        ParameterSchema.Reading<EveryKind> reading =
                SCHEMA.read(
                        Map.of("count", List.of("3"), "limit", List.of("2"), "rate", List.of("2")));
        assertThat(reading.violations())
                .extracting(Violation::parameter, Violation::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("count", "3"));
        assertThat(reading.parameters().count()).isEqualTo(2);
        assertThat(reading.parameters().limit()).isEqualTo(2);
        assertThat(reading.parameters().rate()).isEqualTo(2);
    }

    @Test
    void aDefaultThatTheLinkRulesOutGivesWayAndIsNoViolation() {
        ParameterSchema.Reading<EveryKind> reading = SCHEMA.read(Map.of("limit", List.of("2")));
        assertThat(reading.violations()).isEmpty();
        assertThat(reading.adapted()).containsExactly(Map.entry("count", "2"));
        assertThat(reading.parameters().limit()).isEqualTo(2);
        assertThatExceptionOfType(InvalidParameters.class)
                .as("a declared set-up says all that differs from the defaults")
                .isThrownBy(() -> SCHEMA.strict(Map.of("limit", "2")))
                .withMessageContaining("count (5)");
    }

    @Test
    void theConstructorItselfRefusesEveryViolationAtOnce() {
        assertThatExceptionOfType(InvalidParameters.class)
                .isThrownBy(() ->
                        new EveryKind(
                                -1,
                                1000,
                                Double.NaN,
                                true,
                                BigInteger.ONE.negate(),
                                1,
                                EveryKind.Way.PLAIN,
                                List.of(),
                                List.of(1, 2, 3, 4, 5, 6),
                                List.of(Double.POSITIVE_INFINITY),
                                List.of(new PlanePoint(0, Double.NaN)),
                                new Bitmap(8, 8, "0000000000000000")))
                .satisfies(refused ->
                        assertThat(refused.violations())
                                .extracting(v -> v.parameter() + ":" + v.key())
                                .containsExactly(
                                        "count:range",
                                        "rate:number",
                                        "n:range",
                                        "ways:items",
                                        "sizes:items",
                                        "rates:number",
                                        "points:number",
                                        "picture:bitmap"));
    }

    @Test
    void endsOfARangeAreAllowedAndOneBeyondIsNot() {
        assertThat(SCHEMA.strict(Map.of("count", "0")).count()).isZero();
        assertThat(SCHEMA.strict(Map.of("count", "1000")).count()).isEqualTo(1000);
        assertThatExceptionOfType(InvalidParameters.class)
                .isThrownBy(() -> SCHEMA.strict(Map.of("rate", "1000000.0000000001")))
                .withMessageContaining("rate");
        assertThat(SCHEMA.strict(Map.of("rate", "1e6")).rate()).isEqualTo(1e6);
    }

    @Test
    void randomRecordsSurviveTextLinkAndBack() {
        SplittableRandom random = Seeds.stream("every kind of parameter");
        RandomParameters parameters = new RandomParameters(random);
        for (int i = 0; i < 1_500; i++) {
            EveryKind record = parameters.next(EveryKind.class);
            assertThat(SCHEMA.strict(SCHEMA.canonical(record))).isEqualTo(record);
            assertThat(SCHEMA.strict(SCHEMA.differing(record))).isEqualTo(record);
        }
    }

    @Test
    void whatIsDrawnIsReadInOneFormOnly() {
        EveryKind read =
                SCHEMA.strict(Map.of("points", "1e0:-0, .5 : 2.50", "picture", "F000000000000002"));
        assertThat(read.points()).containsExactly(new PlanePoint(1, 0), new PlanePoint(0.5, 2.5));
        assertThat(SCHEMA.canonical(read)).containsEntry("points", "1:0,0.5:2.5");
        assertThat(SCHEMA.canonical(read)).containsEntry("picture", "f000000000000002");
        assertThat(read.picture().lit(0, 3)).isTrue();
        assertThat(read.picture().lit(0, 4)).isFalse();
        assertThat(read.picture().lit(6, 8)).isTrue();
        for (String bad : List.of("1", "1:2:3", ":", "1:", "1;2", "NaN:1", "1:3.1", "1:2,")) {
            assertThatExceptionOfType(InvalidParameters.class)
                    .as(bad)
                    .isThrownBy(() -> SCHEMA.strict(Map.of("points", bad)))
                    .withMessageContaining("points");
        }
        // too short, too long, not hexadecimal, a bit beyond the last pixel
        for (String bad :
                List.of("", "0", "00000000000000000", "g000000000000000", "0000000000000001")) {
            assertThatExceptionOfType(InvalidParameters.class)
                    .as(bad)
                    .isThrownBy(() -> SCHEMA.strict(Map.of("picture", bad)))
                    .withMessageContaining("picture");
        }
        String many = "0:0,".repeat(24) + "0:0";
        assertThatExceptionOfType(InvalidParameters.class)
                .isThrownBy(() -> SCHEMA.strict(Map.of("points", many)));
    }

    /** A size without a bitmap, and a bitmap without a size. */
    record Sized(@Parameter(value = "1", min = "0", max = "2", width = 3, height = 3) int n) {}

    /** Lacks its size. */
    record Sizeless(@Parameter("00") Bitmap picture) {}

    @Test
    void aBitmapDeclaresItsSizeAndNothingElseDoes() {
        assertThatIllegalStateException().isThrownBy(() -> ParameterSchema.of(Sized.class));
        assertThatIllegalStateException().isThrownBy(() -> ParameterSchema.of(Sizeless.class));
    }

    @Test
    void randomTextsNeverThrow() {
        SplittableRandom random = Seeds.stream("hostile texts");
        HostileTexts hostile = new HostileTexts(random);
        for (int i = 0; i < 1_500; i++) {
            Map<String, List<String>> texts = new LinkedHashMap<>();
            for (ParameterSpec spec : SCHEMA.specs()) {
                if (random.nextInt(3) == 0) {
                    texts.put(spec.name(), hostile.several());
                }
            }
            ParameterSchema.Reading<EveryKind> reading = SCHEMA.read(texts);
            assertThat(SCHEMA.strict(SCHEMA.canonical(reading.parameters())))
                    .isEqualTo(reading.parameters());
        }
    }

    /** Lacks the annotation. */
    record Undeclared(int count) {}

    /** Lacks its range. */
    record Unbounded(@Parameter("1") int count) {}

    /** A type that no control shows. */
    record Untyped(@Parameter("x") String name) {}

    /** A default outside its own range. */
    record Contradictory(@Parameter(value = "7", min = "1", max = "5") int count) {
        Contradictory {
            ParameterSchema.check(Contradictory.class, count);
        }
    }

    @Test
    void aWrongDeclarationFailsFast() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ParameterSchema.of(Undeclared.class))
                .withMessageContaining("lacks @Parameter");
        assertThatIllegalStateException()
                .isThrownBy(() -> ParameterSchema.of(Unbounded.class))
                .withMessageContaining("needs min and max");
        assertThatIllegalStateException()
                .isThrownBy(() -> ParameterSchema.of(Untyped.class))
                .withMessageContaining("no parameter can have type");
        assertThatIllegalStateException()
                .isThrownBy(() -> ParameterSchema.of(Contradictory.class).defaults());
    }
}
