package spaceslab.experiment;

/**
 * A measured quantity that speaks for or against a claim. Worded by the text {@code
 * <topic>.effect.<name>}, which says the quantity and its unit.
 *
 * @param name lower camel case
 * @param value as measured; infinite where a quantity has no end, never NaN
 * @param side on which side of the threshold the claim wants it
 * @param threshold in the unit of the value
 */
public record Effect(String name, double value, Side side, double threshold) {
    public Effect {
        if (Double.isNaN(value) || Double.isNaN(threshold)) {
            throw new IllegalArgumentException(
                    "effect " + name + " (" + value + ") against " + threshold + " is no number");
        }
    }

    /** Where a claim wants a quantity. */
    public enum Side {
        AT_MOST("≤"),
        BELOW("<"),
        AT_LEAST("≥"),
        ABOVE(">");

        private final String sign;

        Side(String sign) {
            this.sign = sign;
        }

        /** The sign between quantity and threshold. */
        public String sign() {
            return sign;
        }

        /** Whether {@code value} is on this side of {@code threshold}. */
        boolean has(double value, double threshold) {
            return switch (this) {
                case AT_MOST -> value <= threshold;
                case BELOW -> value < threshold;
                case AT_LEAST -> value >= threshold;
                case ABOVE -> value > threshold;
            };
        }
    }

    /** For the claim where {@code value} ≤ {@code threshold}. */
    public static Effect atMost(String name, double value, double threshold) {
        return new Effect(name, value, Side.AT_MOST, threshold);
    }

    /** For the claim where {@code value} &lt; {@code threshold}. */
    public static Effect below(String name, double value, double threshold) {
        return new Effect(name, value, Side.BELOW, threshold);
    }

    /** For the claim where {@code value} ≥ {@code threshold}. */
    public static Effect atLeast(String name, double value, double threshold) {
        return new Effect(name, value, Side.AT_LEAST, threshold);
    }

    /** For the claim where {@code value} &gt; {@code threshold}. */
    public static Effect above(String name, double value, double threshold) {
        return new Effect(name, value, Side.ABOVE, threshold);
    }

    /** Whether it speaks for the claim. */
    public boolean agrees() {
        return side.has(value, threshold);
    }
}
