package spaceslab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    private static Optional<BigDecimal> read(String text) {
        return NumberText.parse(NumberText.fold(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "0|0",
                "130|130",
                "000130|130",
                "130.0|130",
                "1.3e2|130",
                "6.02e23|602000000000000000000000",
                "1 000 000|1000000",
                "1,000,000|1000000",
                "1_000_000|1000000",
                "1'234'567|1234567",
                "1’234’567|1234567",
                "1 234.5|1234.5",
                "16\u2009384|16384",
                "16\u202f384|16384",
                "-1\u00a0234|-1234",
                "1 234e3|1234000",
                "１３０|130",
                "－１．５ｅ３|-1500",
                "１，０００|1000",
                "1e36|1000000000000000000000000000000000000",
                "1E+36|1000000000000000000000000000000000000",
                "10^36|1000000000000000000000000000000000000",
                "10**3|1000",
                "10²|100",
                "10³|1000",
                "3×10²⁰|300000000000000000000",
                "2¹²⁷−1|170141183460469231731687303715884105727",
                "2^127-1|170141183460469231731687303715884105727",
                "2^127 − 1|170141183460469231731687303715884105727",
                "2^64+13|18446744073709551629",
                "3*10^20+7|300000000000000000007",
                "3·10^{20}|300000000000000000000",
                "3 × 10^(2)|300",
                "1.234×10⁻⁸|0.00000001234",
                "−10⁻³|-0.001",
                "10⁺²|100",
                "-2^2|-4",
                "2^-2|0.25",
                "2^0|1",
                "0^0|1",
                "0^9999|0",
                "1^999999999|1",
                ".5|0.5",
                "5.|5",
                "-0|0",
                "+7|7",
                "1e-9999999999+5|5",
            })
    void readsNumbersAsPeopleWriteThem(String text, BigDecimal value) {
        assertThat(read(text).orElseThrow().doubleValue()).isEqualTo(value.doubleValue());
        if (!text.contains("+5")) {
            assertThat(read(text).orElseThrow()).isEqualByComparingTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "+",
                "-",
                "NaN",
                "Infinity",
                "∞",
                "0x1F",
                "0b1",
                "1d",
                "1f",
                "ten",
                "1e",
                "e5",
                "^3",
                "1^",
                "2^2^2",
                "1+2+3",
                "5-3",
                "2026-11",
                "1–3",
                "28×28",
                "6*7",
                "1 2",
                "12 34",
                "1  000",
                "1 0000",
                "1,00,000",
                "1,,000",
                "1,000 000",
                "0,5",
                "0,500",
                "00,500",
                "1,5",
                "1.234.567",
                "1.234,5",
                "1.5^2",
                "3^-1",
                "0^-1",
                "1e2.5",
                "10^2.5",
                "½",
                "1½",
                "⅒",
                "⑤",
                "Ⅳ",
                "x₂",
                "10₂",
                "10²e3",
                "10²³⁻",
                "10⁻",
                "²",
                "10 ²",
                "𝟙",
                "٣",
                "一百",
                "1万",
                "1%",
                "$1",
                "1/2",
                "(5)",
                "{5}",
                "1\n000",
                "1\t000",
                "\uFEFF1",
                "1\u200b000",
                "\u202e12",
                "1\u0000",
                "--1",
                "+-1",
                "1-",
                "1e36e2",
                "<script>",
                "1;2",
                "1:2",
                "10^{2",
                "10^^2",
                "10***2",
                "2 ** * 3",
                "⁵",
                "10^²"
            })
    void refusesWhatIsNoNumberOrMayMeanTwo(String text) {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9^9999",
                "10^99999",
                "1e9999",
                "1e999999999",
                "10^999999999999999999",
                "9999*9999^9999",
                "7e99999999999999999999",
                "2^999999-1",
                "10⁹⁹⁹⁹⁹⁹⁹⁹⁹"
            })
    void nothingLargeIsBuilt(String text) {
        BigDecimal value = read(text).orElseThrow();
        assertThat(value).isGreaterThan(new BigDecimal("1e900"));
        assertThat(value.unscaledValue().bitLength()).isLessThan(4_000);
        assertThat(read("-" + text).orElseThrow()).isLessThan(new BigDecimal("-1e900"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-9999", "10^-999999999", "2^-99999", "5*10⁻⁹⁹⁹⁹⁹"})
    void nothingSmallIsBuiltNorBecomesAWholeNumber(String text) {
        BigDecimal value = read(text).orElseThrow();
        assertThat(value.doubleValue()).isZero();
        assertThat(value.signum()).isEqualTo(1);
        assertThat(value.scale()).isLessThan(4_000);
    }

    @Test
    void everyNotationSaysTheSame() {
        SplittableRandom random = Seeds.stream("notations of a number");
        for (int i = 0; i < 2_000; i++) {
            BigInteger digits = new BigInteger(1 + random.nextInt(200), new RandomBits(random));
            BigDecimal value =
                    new BigDecimal(random.nextBoolean() ? digits : digits.negate())
                            .scaleByPowerOfTen(random.nextInt(80) - 60);
            for (String text : Notations.of(value)) {
                assertThat(read(text).orElseThrow(() -> new AssertionError(text + " is refused")))
                        .as(text)
                        .isEqualByComparingTo(value);
            }
            BigInteger whole = value.toBigInteger();
            assertThat(read(Notations.withCommas(whole)).orElseThrow())
                    .isEqualByComparingTo(new BigDecimal(whole));
        }
    }

    @Test
    void whatIsPrintedIsReadAsWhatIsPrinted() {
        SplittableRandom random = Seeds.stream("printed numbers");
        for (int i = 0; i < 50_000; i++) {
            double value =
                    switch (i % 4) {
                        case 0 -> Double.longBitsToDouble(random.nextLong());
                        case 1 -> random.nextLong() >> random.nextInt(64);
                        case 2 -> (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12));
                        default -> Math.pow(10, random.nextInt(40) - 20) * random.nextInt(2_000);
                    };
            if (!Double.isFinite(value)) {
                continue;
            }
            String printed = Numbers.text(value);
            double read = read(printed).orElseThrow().doubleValue();
            assertThat(read)
                    .as(printed)
                    .isEqualTo(StrictReading.of(printed).orElseThrow().doubleValue());
            // four digits, or half a unit of a whole part
            double tolerance = Math.max(5.1e-4 * Math.abs(value), Double.MIN_VALUE);
            assertThat(Math.abs(read - value)).as(printed).isLessThanOrEqualTo(tolerance);
            if (value == Math.rint(value) && Math.abs(value) < 1e15) {
                assertThat(read).as(printed).isEqualTo(value == 0 ? 0.0 : value);
            }
            long whole = random.nextLong() >> random.nextInt(64);
            assertThat(read(Numbers.text(whole)).orElseThrow().longValueExact()).isEqualTo(whole);
        }
        for (int bits = 0; bits < 300; bits++) {
            BigInteger n = new BigInteger(bits, new RandomBits(random)).negate();
            assertThat(read(Numbers.text(n)).orElseThrow().toBigIntegerExact()).isEqualTo(n);
        }
    }

    @Test
    void noTextBecomesANumberThatItsCharactersDoNotSay() {
        SplittableRandom random = Seeds.stream("mutated numbers");
        HostileTexts hostile = new HostileTexts(random);
        String marks = "0123456789 ,.'_-+*^eE×·−⁰¹²³⁻½①₂Ⅳ０９，．＋−\u2009\u202f\u00a0\u2007⅓%/:;()";
        int read = 0;
        for (int i = 0; i < 60_000; i++) {
            String text = i % 3 == 0 ? hostile.next() : mutant(random, marks);
            Optional<BigDecimal> value = read(text);
            if (value.isPresent() && isSmall(value.get())) {
                Optional<BigDecimal> strict = StrictReading.of(text);
                assertThat(strict).as("“%s” was read as %s", text, value.get()).isPresent();
                assertThat(value.get().doubleValue())
                        .as(text)
                        .isEqualTo(strict.orElseThrow().doubleValue());
                read++;
            }
        }
        assertThat(read).isGreaterThan(5_000);
    }

    /** Within what the strict reader takes on. */
    private static boolean isSmall(BigDecimal value) {
        return value.signum() == 0 || Math.abs(value.precision() - value.scale()) < 900;
    }

    private static String mutant(SplittableRandom random, String marks) {
        BigDecimal value =
                BigDecimal.valueOf(random.nextLong() >> random.nextInt(63))
                        .scaleByPowerOfTen(random.nextInt(8) - 4);
        var all = Notations.of(value);
        StringBuilder text = new StringBuilder(all.get(random.nextInt(all.size())));
        for (int edits = random.nextInt(3); edits > 0; edits--) {
            int at = random.nextInt(text.length() + 1);
            if (random.nextBoolean() && at < text.length()) {
                text.deleteCharAt(at);
            } else {
                text.insert(at, marks.charAt(random.nextInt(marks.length())));
            }
        }
        return text.toString();
    }

    /** A stream of seeds as the older classes of the JDK want it. */
    private static final class RandomBits extends java.util.Random {
        private static final long serialVersionUID = 1;
        private final transient SplittableRandom source;

        RandomBits(SplittableRandom source) {
            super(0);
            this.source = source;
        }

        @Override
        protected int next(int bits) {
            return source == null ? 0 : source.nextInt() >>> (32 - bits);
        }
    }
}
