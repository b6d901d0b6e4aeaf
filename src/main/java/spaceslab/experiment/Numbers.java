package spaceslab.experiment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Numbers as they are printed in sentences: four significant digits, thin spaces in long integers.
 */
public final class Numbers {
    private static final char THIN_SPACE = '\u2009';

    private Numbers() {}

    /** The printed form of a cell, value or argument. */
    public static String text(Object value) {
        return switch (value) {
            case Double d -> text(d.doubleValue());
            case Float f -> text(f.doubleValue());
            case Integer i -> grouped(BigInteger.valueOf(i));
            case Long l -> grouped(BigInteger.valueOf(l));
            case BigInteger n -> grouped(n);
            default -> String.format(Locale.ROOT, "%s", value);
        };
    }

    /** Four significant digits; scientific outside 10⁻⁴ … 10⁷. */
    public static String text(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        } else if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        } else if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        String digits;
        if (size >= 1e-4 && size < 1e7) {
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(4));
            BigDecimal plain = rounded.stripTrailingZeros();
            digits = plain.scale() <= 0 ? grouped(plain.toBigInteger()) : plain.toPlainString();
        } else {
            String[] parts = String.format(Locale.ROOT, "%.3e", value).split("e", 2);
            digits = parts[0] + "×10" + superscript(Integer.parseInt(parts[1]));
        }
        return digits.replace('-', '−');
    }

    private static String superscript(int exponent) {
        return Integer.toString(exponent)
                .chars()
                .mapToObj(c -> c == '-' ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹".substring(c - '0', c - '0' + 1))
                .collect(Collectors.joining());
    }

    private static String grouped(BigInteger number) {
        String digits = number.abs().toString();
        StringBuilder text = new StringBuilder(digits);
        if (digits.length() > 4) {
            for (int i = digits.length() - 3; i > 0; i -= 3) {
                text.insert(i, THIN_SPACE);
            }
        }
        return (number.signum() < 0 ? "−" : "") + text;
    }
}
