package spaceslab.chart;

/**
 * An axis; its name is the text {@code <topic>.axis.<key>} (symbols of the formulas included, units
 * in brackets).
 *
 * @param key of the name
 * @param scale linear, logarithmic, or categories taken from a grid's labels
 * @param fromZero whether a linear axis must include zero
 */
public record Axis(String key, Scale scale, boolean fromZero) {
    /** Division of an axis. */
    public enum Scale {
        LINEAR,
        LOG,
        CATEGORY
    }

    public static Axis linear(String key) {
        return new Axis(key, Scale.LINEAR, false);
    }

    public static Axis fromZero(String key) {
        return new Axis(key, Scale.LINEAR, true);
    }

    public static Axis log(String key) {
        return new Axis(key, Scale.LOG, false);
    }

    public static Axis category(String key) {
        return new Axis(key, Scale.CATEGORY, false);
    }
}
