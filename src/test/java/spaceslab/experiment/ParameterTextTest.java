package spaceslab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTextTest {
    private static final ParameterSchema<EveryKind> SCHEMA = ParameterSchema.of(EveryKind.class);

    private static Violation refusal(String name, String text) {
        InvalidParameters refused =
                catchThrowableOfType(
                        InvalidParameters.class, () -> SCHEMA.strict(Map.of(name, text)));
        assertThat(refused).as("%s=%s is refused", name, text).isNotNull();
        assertThat(refused.violations()).hasSize(1);
        return refused.violations().getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count|7|7",
                "count|+7|7",
                "count|007|7",
                "count|7.0|7",
                "count|7e1|70",
                "count|'１２３'|123",
                "count|'  12 '|12",
                "limit|1e4|10000",
                "rate|1e-3|0.001",
                "rate|.5|0.5",
                "rate|5.|5",
                "rate|-0|0",
                "rate|-0.0|0",
                "rate|−2.5|-2.5",
                "rate|1e-320|1.0E-320",
                "rate|1e-9999|0",
                "rate|123456.789|123456.789",
                "rate|0.1000|0.1",
                "biased|false|false",
                "n|1e36|1000000000000000000000000000000000000",
                "n|2^127-1|170141183460469231731687303715884105727",
                "n|1 000 000|1000000",
                "n|'１，０００'|1000",
                "n|130.0|130",
                "n|1.3e2|130",
                "n|6.02e23|602000000000000000000000",
                "n|10²|100",
                "n|3×10²⁰|300000000000000000000",
                "n|2¹²⁷|170141183460469231731687303715884105728",
                "limit|16 384|16384",
                "limit|1,000|1000",
                "limit|10³|1000",
                "limit|2^10|1024",
                "rate|1,234.5|1234.5",
                "rate|1.234×10⁻⁸|1.234E-8",
                "seed|12 345|12345",
                "seed|1e8|100000000",
                "sizes|'2^5, 6×10¹'|32,60",
                "rates|'1.5×10⁻⁸,10⁻³'|1.5E-8,0.001",
                "sizes|'1,64'|1,64",
                "way|plain|plain",
                "ways|'last, plain'|last,plain",
                "sizes|'64 ,1'|64,1",
                "sizes|'2，3'|2,3",
                "rates|1e-12|1.0E-12",
                "rates|100,0.5|100,0.5",
            })
    void readsAndWritesCanonically(String name, String text, String canonical) {
        EveryKind read = SCHEMA.strict(Map.of(name, text));
        assertThat(SCHEMA.canonical(read)).containsEntry(name, canonical);
        assertThat(SCHEMA.strict(SCHEMA.canonical(read))).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count|''|number",
                "count|1001|range",
                "count|-1|range",
                "count|7.5|integer",
                "count|0x10|number",
                "count|1e9|range",
                "count|1e308|range",
                "count|1e9999|range",
                "count|2147483648|range",
                "count|9223372036854775808|range",
                "count|NaN|number",
                "count|<script>alert(1)</script>|number",
                "count|'1;2'|number",
                "count|1 2|number",
                "count|12 34|number",
                "count|½|number",
                "count|⑤|number",
                "count|5₂|number",
                "count|1e-9999|integer",
                "count|10^999999999|range",
                "n|0.5|integer",
                "n|0,5|decimalComma",
                "seed|0,5|decimalComma",
                "sizes|'1,000'|grouped",
                "sizes|'64,1,000'|grouped",
                "rates|'1,050.5'|grouped",
                "sizes|'1;2'|number",
                "limit|0|range",
                "limit|1e19|range",
                "rate|NaN|number",
                "rate|Infinity|number",
                "rate|-Infinity|number",
                "rate|1e308|range",
                "rate|1e309|range",
                "rate|0x1p3|number",
                "rate|1,5|decimalComma",
                "rate|1d|number",
                "biased|TRUE|choice",
                "biased|1|choice",
                "biased|''|choice",
                "n|-1|range",
                "n|''|natural",
                "n|1e99|range",
                "n|1e43|range",
                "seed|-1|range",
                "seed|1000000000|range",
                "way|PLAIN|choice",
                "way|''|choice",
                "way|nothing|choice",
                "ways|''|items",
                "ways|'plain,,last'|choice",
                "ways|'plain,plain'|twice",
                "ways|'plain,last,sumDifference,plain'|items",
                "sizes|''|items",
                "sizes|'1,'|number",
                "sizes|'1,65'|range",
                "sizes|'1,2,3,4,5,6'|items",
                "rates|'0'|range",
                "rates|'1,NaN'|number",
            })
    void refusesByName(String name, String text, String key) {
        Violation violation = refusal(name, text);
        assertThat(violation.parameter()).isEqualTo(name);
        assertThat(violation.key()).isEqualTo(key);
        assertThat(violation.allowed()).isNotBlank();
    }

    @Test
    void refusesTenThousandDigitsUnreadAndShowsOnlyTheirHead() {
        for (ParameterSpec spec : SCHEMA.specs()) {
            Violation violation = refusal(spec.name(), "7".repeat(10_000));
            assertThat(violation.key()).isEqualTo("tooLong");
            assertThat(violation.value()).hasSizeLessThan(70);
        }
    }

    @Test
    void directionAndControlCharactersNeverReachASentence() {
        String hostile = "\u202E5\u2066\u0000\u200F\uD800";
        Violation violation = refusal("count", hostile);
        assertThat(violation.value()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}]");
        assertThat(Texts.violation(Language.EN, violation, "count"))
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}]");
    }

    @Test
    void everyRefusalIsASentenceInBothLanguagesWithNameValueAndRange() {
        for (String[] bad :
                new String[][] {
                    {"count", "1001"},
                    {"rate", "NaN"},
                    {"count", "7.5"},
                    {"rate", "0,5"},
                    {"sizes", "1,000"},
                    {"n", "-1"},
                    {"way", "nothing"},
                    {"ways", ""},
                    {"ways", "last,last"},
                    {"sizes", "1,65"},
                    {"n", "9".repeat(600)},
                }) {
            Violation violation = refusal(bad[0], bad[1]);
            for (Language language : Language.values()) {
                assertThat(Texts.violation(language, violation, "LABEL"))
                        .contains("LABEL", violation.value(), violation.allowed());
            }
        }
    }

    @Test
    void everyDoubleReadsBackAsItself() {
        SplittableRandom random = Seeds.stream("shortest double texts");
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String text = ParameterText.format(value);
                assertThat(Double.parseDouble(text)).isEqualTo(value == 0 ? 0.0 : value);
                assertThat(text).hasSizeLessThan(30);
            }
        }
    }

    @Test
    void writesListsChoicesAndNaturalsPlainly() {
        assertThat(ParameterText.format((Object) List.of(0.5, 1e20))).isEqualTo("0.5,1.0E20");
        assertThat(ParameterText.format((Object) EveryKind.Way.SUM_DIFFERENCE))
                .isEqualTo("sumDifference");
        assertThat(ParameterText.format((Object) BigInteger.TEN.pow(36)))
                .isEqualTo("1" + "0".repeat(36));
    }
}
