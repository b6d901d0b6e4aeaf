package spaceslab.run;

import java.util.Arrays;
import java.util.List;

/**
 * A run that is not even started: the text {@code refused.<key>} with its arguments says why.
 *
 * <p>Keys: {@code budgetSeconds}, {@code budgetBytes}, {@code queueFull}, {@code shutdown}, {@code
 * rate}, and those of an experiment's {@link spaceslab.experiment.Obstacle}.
 */
public final class Refused extends RuntimeException {
    private final String key;
    private final transient List<Object> arguments;
    private final int retrySeconds;

    Refused(String key, int retrySeconds, Object... arguments) {
        super(key + Arrays.toString(arguments), null, false, false);
        this.key = key;
        this.arguments = List.of(arguments);
        this.retrySeconds = retrySeconds;
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }

    /** When to try again, 0 where it makes no sense. */
    public int retrySeconds() {
        return retrySeconds;
    }
}
