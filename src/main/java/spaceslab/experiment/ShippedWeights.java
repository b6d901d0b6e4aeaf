package spaceslab.experiment;

import java.util.function.Function;

/**
 * Trained weights that come with the product, as {@code shipped/<topic>/weights/<name>.weights.gz}.
 *
 * @param name in lower camel case
 * @param training trains them anew and returns the file
 */
public record ShippedWeights(String name, Function<StopSignal, byte[]> training) {
    /** The resource of a topic's weights. */
    public static String path(String topic, String name) {
        return "shipped/" + topic + "/weights/" + name + ".weights.gz";
    }
}
