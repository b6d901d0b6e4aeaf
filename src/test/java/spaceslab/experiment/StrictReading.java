package spaceslab.experiment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What the characters of a text say, read once from left to right without folding, patterns or
 * bounds other than a small exponent: a second opinion on {@link NumberText}. It refuses less, but
 * it never gives a meaning to a character that has none.
 */
final class StrictReading {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String SPACES = " \u00a0\u2007\u2009\u200a\u202f\u3000";
    private final String text;
    private int at;

    private StrictReading(String text) {
        this.text = text;
    }

    /** The number, or empty where it is none or too large for a small reader. */
    static Optional<BigDecimal> of(String text) {
        StrictReading reading = new StrictReading(text.replaceAll("^[\\s\\h]+|[\\s\\h]+$", ""));
        try {
            reading.spaces();
            BigDecimal value = reading.number();
            reading.spaces();
            return reading.at == reading.text.length() ? Optional.of(value) : Optional.empty();
        } catch (ArithmeticException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private BigDecimal number() {
        boolean isNegative = sign();
        BigDecimal value = power(plain());
        if (accept("*×·⋅＊")) {
            value = value.multiply(power(plain()));
        }
        value = isNegative ? value.negate() : value;
        spaces();
        if (at < text.length() && "+-−＋－﹣".indexOf(text.charAt(at)) >= 0) {
            boolean minus = sign();
            BigDecimal addend = plain();
            value = minus ? value.subtract(addend) : value.add(addend);
        }
        return value;
    }

    private boolean sign() {
        boolean isNegative = at < text.length() && "-−－﹣".indexOf(text.charAt(at)) >= 0;
        if (isNegative || (at < text.length() && "+＋".indexOf(text.charAt(at)) >= 0)) {
            at++;
            spaces();
        }
        return isNegative;
    }

    private BigDecimal power(BigDecimal base) {
        if (at < text.length() && (RAISED + "⁻⁺").indexOf(text.charAt(at)) >= 0) {
            StringBuilder digits = new StringBuilder();
            while (at < text.length() && (RAISED + "⁻⁺").indexOf(text.charAt(at)) >= 0) {
                char c = text.charAt(at++);
                digits.append(c == '⁻' ? "-" : c == '⁺' ? "+" : "" + RAISED.indexOf(c));
            }
            return raise(base, digits.toString());
        }
        if (at < text.length() && "eEｅＥ".indexOf(text.charAt(at)) >= 0) {
            at++;
            return base.multiply(raise(BigDecimal.TEN, exponent()));
        }
        int before = at;
        spaces();
        boolean isPower = accept("^＾");
        if (!isPower && text.startsWith("**", at)) {
            at += 2;
            isPower = true;
        }
        if (!isPower) {
            at = before;
            return base;
        }
        spaces();
        boolean isOpen = accept("{(｛（");
        String digits = exponent();
        if (isOpen) {
            accept("})｝）");
        }
        return raise(base, digits);
    }

    private String exponent() {
        String sign = sign() ? "-" : "";
        StringBuilder digits = new StringBuilder(sign);
        while (at < text.length() && digit() >= 0) {
            digits.append(digit());
            at++;
        }
        return digits.toString();
    }

    private static BigDecimal raise(BigDecimal base, String exponent) {
        BigInteger exact = new BigInteger(exponent);
        if (exact.signum() > 0 && (base.signum() == 0 || base.compareTo(BigDecimal.ONE) == 0)) {
            return base;
        }
        int size = exact.intValueExact();
        if (Math.abs(size) > 2_000) {
            throw new ArithmeticException("too large for this reader");
        }
        return size < 0 ? BigDecimal.ONE.divide(base.pow(-size)) : base.pow(size);
    }

    private BigDecimal plain() {
        StringBuilder digits = new StringBuilder();
        boolean inFraction = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (digit() >= 0) {
                digits.append(digit());
            } else if (!inFraction && ".．".indexOf(c) >= 0) {
                digits.append('.');
                inFraction = true;
            } else if (inFraction || !startsGroup(c)) {
                break;
            }
            at++;
        }
        String all = digits.toString();
        return new BigDecimal(all.endsWith(".") && all.length() > 1 ? all + "0" : all);
    }

    private boolean startsGroup(char c) {
        if ((SPACES + ",，'’_＿＇").indexOf(c) < 0) {
            return false;
        }
        int digits = 0;
        int here = at;
        for (at = here + 1; at < text.length() && digit() >= 0; at++) {
            digits++;
        }
        at = here;
        return digits == 3;
    }

    private int digit() {
        char c = text.charAt(at);
        return c >= '0' && c <= '9' ? c - '0' : c >= '０' && c <= '９' ? c - '０' : -1;
    }

    private void spaces() {
        while (at < text.length() && SPACES.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean accept(String characters) {
        int before = at;
        spaces();
        if (at < text.length()
                && characters.indexOf(text.charAt(at)) >= 0
                && !text.startsWith("**", at)) {
            at++;
            spaces();
            return true;
        }
        at = before;
        return false;
    }
}
