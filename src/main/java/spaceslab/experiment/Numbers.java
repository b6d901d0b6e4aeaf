package spaceslab.experiment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Numbers as they are printed in sentences: four significant digits, narrow spaces between groups
 * of three. Whatever is printed here, {@link NumberText} reads.
 */
public final class Numbers {
    /** Keeps a number on its line; a long one may break between its groups. */
    private static final char NARROW_SPACE = '\u202f';

    private static final char THIN_SPACE = '\u2009';
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_UP);

    private Numbers() {}

    /** The printed form of a cell, value or argument. */
    public static String text(Object value) {
        return switch (value) {
            case Double d -> decimal(d);
            case Float f -> decimal(f);
            case Integer i -> grouped(BigInteger.valueOf(i));
            case Long l -> grouped(BigInteger.valueOf(l));
            case BigInteger n -> grouped(n);
            default -> String.format(Locale.ROOT, "%s", value);
        };
    }

    /**
     * Whole numbers below 10¹⁵ in full, others with four significant digits but a whole part that
     * is never rounded below 10⁷; a power of ten outside 10⁻⁴ … 10⁷. The browser's {@code
     * formatNumber} prints the same, which {@code PrintedAlikeTest} holds.
     */
    private static String decimal(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        } else if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        } else if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        BigDecimal exact = new BigDecimal(size);
        String digits;
        if (size == Math.rint(size) && size < 1e15) {
            digits = grouped(exact.toBigInteger());
        } else if (size < 1e-4 || size >= 1e7) {
            digits = power(exact.round(DIGITS));
        } else if (size >= 1e4) {
            digits = grouped(exact.setScale(0, RoundingMode.HALF_UP).toBigInteger());
        } else {
            BigDecimal plain = exact.round(DIGITS).stripTrailingZeros();
            BigInteger whole = plain.toBigInteger();
            digits = grouped(whole) + plain.toPlainString().substring(whole.toString().length());
        }
        return value < 0 ? "−" + digits : digits;
    }

    private static String power(BigDecimal rounded) {
        int exponent = rounded.precision() - rounded.scale() - 1;
        String mantissa = rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString();
        String ten = "10" + superscript(exponent);
        return mantissa.equals("1") ? ten : mantissa + "×" + ten;
    }

    private static String superscript(int exponent) {
        return Integer.toString(exponent)
                .chars()
                .mapToObj(c -> c == '-' ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹".substring(c - '0', c - '0' + 1))
                .collect(Collectors.joining());
    }

    private static String grouped(BigInteger number) {
        String digits = number.abs().toString();
        char space = digits.length() > 15 ? THIN_SPACE : NARROW_SPACE;
        StringBuilder text = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            text.insert(i, space);
        }
        return (number.signum() < 0 ? "−" : "") + text;
    }
}
