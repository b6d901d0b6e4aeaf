package spaceslab.experiment;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads natural numbers as people write them: {@code 130}, {@code 1 000 000}, {@code 1,000,000},
 * {@code 1e36}, {@code 10^36}, {@code 2^127-1}, {@code 3*10^20+7}. Bounded: a result with more than
 * the allowed digits is never built.
 */
final class NaturalText {
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([ ,_'\u2019]\\d{3})+");
    private static final Pattern TERM =
            Pattern.compile(
                    "(?:(\\d{1,80})[*\u00d7])?(\\d{1,80})(?:(?:\\^|\\*\\*)(\\d{1,4})|[eE]\\+?(\\d{1,4}))?");
    private static final Pattern SUM = Pattern.compile("([^+-]+)(?:([+-])(\\d{1,80}))?");

    private NaturalText() {}

    /**
     * The number, or empty where the text is none, is negative or has over {@code digits} digits.
     */
    static Optional<BigInteger> parse(String text, int digits) {
        String compact =
                GROUPED.matcher(text).matches()
                        ? text.replaceAll("[ ,_'\u2019]", "")
                        : text.replace(" ", "");
        if (compact.length() > digits && compact.chars().allMatch(c -> c >= '0' && c <= '9')) {
            compact = compact.replaceFirst("^0+(?=.)", "");
            return compact.length() > digits
                    ? Optional.empty()
                    : Optional.of(new BigInteger(compact));
        }
        Matcher sum = SUM.matcher(compact.replaceFirst("(?<=[eE])\\+", ""));
        if (!sum.matches()) {
            return Optional.empty();
        }
        Optional<BigInteger> term = term(sum.group(1), digits);
        if (sum.group(2) == null) {
            return term;
        }
        BigInteger addend = new BigInteger(sum.group(3));
        return term.map(t -> sum.group(2).equals("+") ? t.add(addend) : t.subtract(addend))
                .filter(value -> value.signum() >= 0);
    }

    private static Optional<BigInteger> term(String text, int digits) {
        Matcher term = TERM.matcher(text);
        if (!term.matches()) {
            return Optional.empty();
        }
        BigInteger base = new BigInteger(term.group(2));
        BigInteger factor = term.group(1) == null ? BigInteger.ONE : new BigInteger(term.group(1));
        BigInteger value;
        if (term.group(3) != null) {
            int exponent = Integer.parseInt(term.group(3));
            if (base.bitLength() > 1 && (long) (base.bitLength() - 1) * exponent > 4L * digits) {
                return Optional.empty();
            }
            value = base.pow(exponent);
        } else if (term.group(4) != null) {
            int exponent = Integer.parseInt(term.group(4));
            if (exponent > digits) {
                return Optional.empty();
            }
            value = base.multiply(BigInteger.TEN.pow(exponent));
        } else {
            value = base;
        }
        return Optional.of(factor.multiply(value));
    }
}
