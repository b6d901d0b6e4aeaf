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
                        "rates");
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
                        ParameterSpec.Kind.DECIMALS);
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
                                List.of(0.1, 1.0)));
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
    void aRefusedCombinationFallsBackToTheNamedDefaultAndKeepsTheRest() {
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
        assertThat(reading.parameters().count()).isEqualTo(5);
        assertThat(reading.parameters().limit()).isEqualTo(100);
        assertThat(reading.parameters().rate()).isEqualTo(2);
    }

    @Test
    void whenEvenTheNamedDefaultIsRefusedEverythingFallsBack() {
        ParameterSchema.Reading<EveryKind> reading =
                SCHEMA.read(
                        Map.of("count", List.of("3"), "limit", List.of("2"), "rate", List.of("2")));
        assertThat(reading.violations()).isNotEmpty();
        assertThat(reading.parameters()).isEqualTo(SCHEMA.defaults());
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
                                List.of(Double.POSITIVE_INFINITY)))
                .satisfies(refused ->
                        assertThat(refused.violations())
                                .extracting(v -> v.parameter() + ":" + v.key())
                                .containsExactly(
                                        "count:range",
                                        "rate:number",
                                        "n:range",
                                        "ways:items",
                                        "sizes:items",
                                        "rates:number"));
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
