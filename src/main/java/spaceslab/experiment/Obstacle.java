package spaceslab.experiment;

import java.util.List;

/**
 * Why an experiment cannot run on this machine, as data: worded from the text {@code refused.<key>}
 * with the arguments.
 */
public record Obstacle(String key, List<Object> arguments) {
    public Obstacle {
        arguments = List.copyOf(arguments);
    }

    public static Obstacle of(String key, Object... arguments) {
        return new Obstacle(key, List.of(arguments));
    }
}
