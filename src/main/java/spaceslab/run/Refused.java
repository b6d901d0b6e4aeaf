package spaceslab.run;

import java.util.Arrays;
import java.util.List;
import spaceslab.experiment.Violation;

/**
 * A run that is not even started: the text {@code refused.<key>} with its arguments says why.
 *
 * <p>Keys: {@code budgetSeconds}, {@code budgetBytes}, {@code queueFull}, {@code shutdown}, and
 * those of an experiment's {@link spaceslab.experiment.Obstacle}.
 */
public final class Refused extends RuntimeException {
    private final String key;
    private final transient List<Object> arguments;
    private final transient List<Violation> violations;
    private final int retrySeconds;

    Refused(String key, int retrySeconds, Object... arguments) {
        this(key, retrySeconds, List.of(), arguments);
    }

    Refused(String key, int retrySeconds, List<Violation> violations, Object... arguments) {
        super(key + Arrays.toString(arguments), null, false, false);
        this.key = key;
        this.violations = List.copyOf(violations);
        this.arguments = List.of(arguments);
        this.retrySeconds = retrySeconds;
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }

    /** Which parameters to change, where that would help. */
    public List<Violation> violations() {
        return violations;
    }

    /** When to try again, 0 where it makes no sense. */
    public int retrySeconds() {
        return retrySeconds;
    }
}
