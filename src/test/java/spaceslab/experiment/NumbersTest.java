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
        "-1.5e-5, −1.500×10⁻⁵",
        "1e156, 1.000×10¹⁵⁶",
        "123456.7, 123\u2009500",
        "1e-4, 0.0001",
        "-0.25, −0.25",
        "NaN, NaN",
        "-Infinity, −∞"
    })
    void decimalsHaveFourDigits(double value, String text) {
        assertThat(Numbers.text(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "-1234567, −1\u2009234\u2009567"})
    void wholeNumbersAreGrouped(BigInteger value, String text) {
        assertThat(Numbers.text((Object) value)).isEqualTo(text);
    }
}
