package spaceslab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as sentences print them. */
class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "3.3306690738754696e-16, 3.331×10⁻¹⁶",
        "-1.5e-5, −1.5×10⁻⁵",
        "1e156, 10¹⁵⁶",
        "123456.7, 123\u202f457",
        "16384.0, 16\u202f384",
        "-131072, −131\u202f072",
        "123456789012345, 123\u202f456\u202f789\u202f012\u202f345",
        "1234567890123456, 1.235×10¹⁵",
        "9999.96, 10\u202f000",
        "1234.56, 1\u202f235",
        "1e-4, 0.0001",
        "-0.25, −0.25",
        "NaN, NaN",
        "-Infinity, −∞"
    })
    void decimalsHaveFourDigits(double value, String text) {
        assertThat(Numbers.text(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1000, 1\u202f000", "-1234567, −1\u202f234\u202f567"})
    void wholeNumbersAreGrouped(BigInteger value, String text) {
        assertThat(Numbers.text((Object) value)).isEqualTo(text);
    }
}
