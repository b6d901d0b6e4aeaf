package spaceslab.experiment;

import java.util.List;

/**
 * Why one parameter is refused, as data: worded from the text {@code violation.<key>} with {0} the
 * parameter, {1} the value, {2} what is allowed, {3}… the arguments.
 *
 * @param parameter name of the parameter
 * @param value what was given, clipped to 60 characters
 * @param key such as {@code range}
 * @param allowed what would be accepted, such as {@code 2 … 1000000}
 * @param arguments further arguments of the text
 */
public record Violation(
        String parameter, String value, String key, String allowed, List<Object> arguments) {
    private static final int SHOWN = 60;

    public Violation {
        value = clipped(value);
        parameter = clipped(parameter);
        arguments = List.copyOf(arguments);
    }

    public Violation(String parameter, String value, String key, String allowed) {
        this(parameter, value, key, allowed, List.of());
    }

    /** At most 60 visible characters; control and direction characters are shown as U+FFFD. */
    static String clipped(String text) {
        String head = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return head.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "\uFFFD");
    }

    @Override
    public String toString() {
        return parameter + " (" + value + ") is refused (" + key + "): allowed is " + allowed;
    }
}
