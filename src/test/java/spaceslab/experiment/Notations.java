package spaceslab.experiment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** All ways in which people and this site write one and the same number. */
public final class Notations {
    private Notations() {}

    /** Texts that say exactly {@code value}. */
    public static List<String> of(BigDecimal value) {
        List<String> texts = new ArrayList<>();
        String plain = value.abs().toPlainString();
        String sign = value.signum() < 0 ? "-" : "";
        texts.add(sign + plain);
        texts.add((sign.isEmpty() ? "+" : "\u2212") + plain);
        texts.add("  " + sign + plain + "\t");
        texts.add(sign + "00" + plain);
        texts.add(sign + plain + (plain.contains(".") ? "000" : ".0"));
        texts.add(fullWidth(sign + plain));
        if (plain.startsWith("0.")) {
            texts.add(sign + plain.substring(1));
        }
        String[] parts = plain.split("\\.", 2);
        String rest = parts.length > 1 ? "." + parts[1] : "";
        if (parts[0].length() > 3) {
            for (String separator : List.of(" ", "\u2009", "\u202f", "\u00a0", "'", "’", "_")) {
                texts.add(sign + grouped(parts[0], separator) + rest);
            }
        }
        scientific(sign, value.abs(), texts);
        if (value.signum() > 0 && value.stripTrailingZeros().scale() <= 0) {
            powers(value.toBigIntegerExact(), texts);
        }
        return texts;
    }

    /** With commas between groups, which a list does not take. */
    public static String withCommas(BigInteger value) {
        return (value.signum() < 0 ? "-" : "") + grouped(value.abs().toString(), ",");
    }

    private static void scientific(String sign, BigDecimal size, List<String> texts) {
        BigDecimal exact = size.stripTrailingZeros();
        int exponent = exact.signum() == 0 ? 0 : exact.precision() - exact.scale() - 1;
        String mantissa = exact.scaleByPowerOfTen(-exponent).toPlainString();
        texts.add(sign + mantissa + "e" + exponent);
        texts.add(sign + mantissa + "E" + (exponent < 0 ? "" : "+") + exponent);
        texts.add(sign + exact.unscaledValue() + "e" + -exact.scale());
        texts.add(sign + mantissa + "×10" + raised(exponent));
        texts.add(sign + mantissa + " · 10^" + exponent);
        texts.add(sign + mantissa + "*10**" + exponent);
        texts.add(sign + mantissa + "\u22c510^{" + exponent + "}");
        texts.add(sign + mantissa + " × 10 ^ (" + exponent + ")");
        texts.add(fullWidth(sign + mantissa + "E" + exponent));
        if (mantissa.equals("1")) {
            texts.add(sign + "10" + raised(exponent));
            texts.add(sign + "10^" + exponent);
        }
    }

    private static void powers(BigInteger value, List<String> texts) {
        int bits = value.bitLength() - 1;
        BigInteger rest = value.subtract(BigInteger.TWO.pow(bits));
        texts.add("2^" + bits + "+" + rest);
        texts.add("2" + raised(bits) + " + " + rest);
        texts.add("2^" + (bits + 1) + "-" + BigInteger.TWO.pow(bits + 1).subtract(value));
        texts.add("2" + raised(bits + 1) + "\u2212" + BigInteger.TWO.pow(bits + 1).subtract(value));
        texts.add(value + "^1");
        texts.add(value + "×7^0");
    }

    private static String raised(int exponent) {
        StringBuilder text = new StringBuilder();
        for (char c : Integer.toString(exponent).toCharArray()) {
            text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
        }
        return text.toString();
    }

    private static String grouped(String digits, String separator) {
        StringBuilder text = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            text.insert(i, separator);
        }
        return text.toString();
    }

    private static String fullWidth(String ascii) {
        StringBuilder text = new StringBuilder();
        for (char c : ascii.toCharArray()) {
            text.append((char) (c + 0xfee0));
        }
        return text.toString();
    }
}
