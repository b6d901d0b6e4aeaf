package spaceslab.base.ui;

import java.math.BigDecimal;

/** A published number as its source prints it: all its digits, grouped, never rounded. */
final class PublishedNumber {
    private PublishedNumber() {}

    static String text(BigDecimal value) {
        BigDecimal size = value.abs();
        if (size.signum() != 0 && size.compareTo(new BigDecimal("0.0001")) < 0) {
            int exponent = value.precision() - value.scale() - 1;
            return value.movePointLeft(exponent).stripTrailingZeros().toPlainString()
                    + "·10<sup>"
                    + (exponent < 0 ? "−" : "")
                    + Math.abs(exponent)
                    + "</sup>";
        }
        String plain = value.toPlainString();
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        String whole = plain.substring(0, point).replace('-', '−');
        return (whole.length() > 4 ? whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u2009") : whole)
                + plain.substring(point);
    }
}
