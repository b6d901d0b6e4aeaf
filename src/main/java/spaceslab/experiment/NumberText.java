package spaceslab.experiment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one grammar of numbers: what every numeric field of form, link and API reads, whatever its
 * type (docs/decisions/008). The browser parses no numbers that someone typed; it asks here.
 *
 * <pre>
 * number  = [sign] ( plain | power [sign whole] )
 * power   = [plain times] ( plain e exponent | whole ^ exponent )
 * plain   = whole [. digits] | . digits
 * whole   = digits | 1–3 digits without leading zero, then groups of three
 *           after one kind of separator: a space, a comma, an apostrophe or an underscore
 * ^       = ^ or ** before a signed integer, perhaps in {} or (); or the exponent as superscripts
 * times   = * × · ⋅
 * sign    = + or - or − (U+2212)
 * </pre>
 *
 * <p>So {@code 130}, {@code 130.0}, {@code 1.3e2}, {@code 16 384}, {@code 1,000}, {@code 10³},
 * {@code 2^127 − 1}, {@code 3*10^20+7} and {@code −1.234×10⁻⁸} are numbers; {@code 1 2}, {@code
 * 0,5}, {@code 0,500}, {@code ½}, {@code ⑤}, {@code x₂}, {@code 5-3} and {@code 28×28} are not:
 * where two readings are thinkable, there is none. Only spellings that mean the same character are
 * folded (full-width forms, kinds of space, signs), never compatibility forms: {@code 10²} is 100
 * or nothing, but not 102.
 *
 * <p>Values are exact. Beyond 10<sup>±1000</sup> a number stands at that bound, which lies outside
 * every parameter's range and rounds to 0 as a double, so that nothing large is ever built: time
 * and memory are linear in the text's length and that bound.
 */
final class NumberText {
    private static final String WHOLE =
            "(?:[0-9]+|[1-9][0-9]{0,2}"
                    + "(?:(?: [0-9]{3})+|(?:,[0-9]{3})+|(?:'[0-9]{3})+|(?:_[0-9]{3})+))";
    private static final String PLAIN = "(?:" + WHOLE + "(?:\\.[0-9]*)?|\\.[0-9]+)";
    private static final String INTEGER = "[+-]?[0-9]+";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Pattern NUMBER =
            Pattern.compile(
                    ("(?<sign>[+-]?) *(?:(?<factor>PLAIN) *\\*(?!\\*) *)?(?<base>PLAIN)"
                                    + "(?:[eE](?<ten>INTEGER)"
                                    + "| *(?:\\^|\\*\\*) *(?<power>INTEGER|\\{INTEGER\\}|\\(INTEGER\\))"
                                    + "|(?<raised>[⁺⁻]?[RAISED]+))?"
                                    + "(?: *(?<plus>[+-]) *(?<addend>WHOLE))?")
                            .replace("RAISED", RAISED)
                            .replace("PLAIN", PLAIN)
                            .replace("WHOLE", WHOLE)
                            .replace("INTEGER", INTEGER));
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+");
    private static final int BOUND = 1_000;

    private NumberText() {}

    /** The text with characters that only look different written alike, and without outer space. */
    static String fold(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            text.append(
                    switch (c) {
                        case '\u00a0', '\u2007', '\u2009', '\u200a', '\u202f', '\u3000' -> ' ';
                        case '\u2212', '\ufe63' -> '-';
                        case '\u00d7', '\u00b7', '\u22c5' -> '*';
                        case '\u2019' -> '\'';
                        default -> c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
                    });
        }
        return text.toString().strip();
    }

    /** The number that a folded text says, or empty where it says none. */
    static Optional<BigDecimal> parse(String text) {
        Matcher parts = NUMBER.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String base = ungrouped(parts.group("base"));
        Optional<BigDecimal> value;
        if (parts.group("ten") != null) {
            int exponent = exponent(parts.group("ten"));
            value = Optional.of(bounded(new BigDecimal(base).scaleByPowerOfTen(exponent)));
        } else if (parts.group("power") != null) {
            value = power(base, exponent(parts.group("power").replaceAll("[{}()]", "")));
        } else if (parts.group("raised") != null) {
            value = power(base, exponent(lowered(parts.group("raised"))));
        } else if (parts.group("factor") != null || parts.group("addend") != null) {
            // 28×28 and 2026-11 mean sizes and dates, not 784 and 2015
            value = Optional.empty();
        } else {
            value = Optional.of(bounded(new BigDecimal(base)));
        }
        return value.map(v -> {
            BigDecimal product = bounded(v.multiply(optional(parts.group("factor"), "1")));
            BigDecimal signed = parts.group("sign").equals("-") ? product.negate() : product;
            BigDecimal addend = optional(parts.group("addend"), "0");
            return "-".equals(parts.group("plus")) ? signed.subtract(addend) : signed.add(addend);
        });
    }

    /** Whether a text that is no number here is one with a decimal comma. */
    static boolean hasDecimalComma(String text) {
        return DECIMAL_COMMA.matcher(text).matches();
    }

    private static Optional<BigDecimal> power(String base, int exponent) {
        if (base.contains(".")) {
            return Optional.empty();
        }
        BigInteger whole = new BigInteger(base);
        if (whole.signum() == 0 && exponent < 0) {
            return Optional.empty();
        }
        int size = Math.abs(exponent);
        if ((whole.bitLength() - 1) * 0.3 * size > BOUND) {
            return Optional.of(BigDecimal.ONE.scaleByPowerOfTen(exponent > 0 ? BOUND : -BOUND));
        }
        BigDecimal power = new BigDecimal(size == 0 ? BigInteger.ONE : bounded(whole, size));
        try {
            return Optional.of(exponent < 0 ? BigDecimal.ONE.divide(power) : power);
        } catch (ArithmeticException noFiniteDecimal) {
            return Optional.empty();
        }
    }

    /** 0 and 1 to any power without a loop. */
    private static BigInteger bounded(BigInteger base, int exponent) {
        return base.bitLength() < 2 ? base : base.pow(exponent);
    }

    private static BigDecimal bounded(BigDecimal value) {
        long magnitude = (long) value.precision() - value.scale();
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal sign = BigDecimal.valueOf(value.signum());
        return magnitude > BOUND
                ? sign.scaleByPowerOfTen(BOUND)
                : magnitude < -BOUND ? sign.scaleByPowerOfTen(-BOUND) : value;
    }

    private static BigDecimal optional(@Nullable String digits, String otherwise) {
        return new BigDecimal(digits == null ? otherwise : ungrouped(digits));
    }

    private static String ungrouped(String digits) {
        return digits.replaceAll("[ ,'_]", "");
    }

    private static String lowered(String raised) {
        StringBuilder digits = new StringBuilder();
        for (char c : raised.toCharArray()) {
            digits.append(c == '⁻' ? "-" : c == '⁺' ? "" : "" + RAISED.indexOf(c));
        }
        return digits.toString();
    }

    /** Exponents beyond a million are all the same: out of bounds. */
    private static int exponent(String text) {
        BigInteger limit = BigInteger.valueOf(1_000_000);
        return new BigInteger(text).min(limit).max(limit.negate()).intValue();
    }
}
