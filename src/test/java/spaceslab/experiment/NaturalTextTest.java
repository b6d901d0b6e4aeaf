package spaceslab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NaturalTextTest {
    private static final int DIGITS = 66;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "130|130",
                "000130|130",
                "1 000 000|1000000",
                "1,000,000|1000000",
                "1_000_000|1000000",
                "1e36|1000000000000000000000000000000000000",
                "1E+36|1000000000000000000000000000000000000",
                "10^36|1000000000000000000000000000000000000",
                "10**3|1000",
                "2^127-1|170141183460469231731687303715884105727",
                "2^64+13|18446744073709551629",
                "3*10^20+7|300000000000000000007",
                "3×10^3|3000",
                "2^0|1",
                "0^0|1",
                "0^9999|0",
                "1^9999|1",
                "5-5|0",
            })
    void readsNumbersAsPeopleWriteThem(String text, BigInteger value) {
        assertThat(NaturalText.parse(text, DIGITS)).contains(value);
    }

    @Test
    void readsTypographicGroups() {
        assertThat(NaturalText.parse("1'234'567", DIGITS)).contains(new BigInteger("1234567"));
        assertThat(NaturalText.parse("1’234’567", DIGITS)).contains(new BigInteger("1234567"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "-0",
                "1.5",
                "NaN",
                "Infinity",
                "0x1F",
                "ten",
                "1e",
                "^3",
                "1^",
                "5-6",
                "1e-3",
                "10^-3",
                "2^2^2",
                "1+2+3",
                "1,00,000",
                "1,,000",
                "<script>",
                "1e36e2",
                "٣",
                "--1",
                "1-",
                "9^9999",
                "2^9999",
                "1e9999",
                "10^9999",
                "10^99999",
                "9999*9999^99",
            })
    void refusesWhatIsNoNaturalNumberOrFarTooLarge(String text) {
        assertThat(NaturalText.parse(text, DIGITS)).isEmpty();
    }

    @Test
    void boundsDigits() {
        assertThat(NaturalText.parse("9".repeat(DIGITS), DIGITS))
                .contains(new BigInteger("9".repeat(DIGITS)));
        assertThat(NaturalText.parse("9".repeat(DIGITS + 1), DIGITS)).isEmpty();
        assertThat(NaturalText.parse("0".repeat(400) + "7", DIGITS))
                .contains(BigInteger.valueOf(7));
        assertThat(NaturalText.parse("7".repeat(10_000), DIGITS)).isEmpty();
    }

    @Test
    void aNumberIsNeverBuiltFarBeyondTheAllowedDigits() {
        SplittableRandom random = Seeds.stream("natural numbers as powers");
        for (int i = 0; i < 2_000; i++) {
            BigInteger base = BigInteger.valueOf(random.nextInt(100_000));
            int exponent = random.nextInt(200);
            BigInteger exact = base.pow(exponent);
            var read = NaturalText.parse(base + "^" + exponent, DIGITS);
            if (exact.toString().length() <= DIGITS) {
                assertThat(read).as("%s^%s", base, exponent).contains(exact);
            } else {
                read.ifPresent(n ->
                        assertThat(n.bitLength()).isLessThan(4 * DIGITS + base.bitLength() + 200));
            }
        }
    }
}
