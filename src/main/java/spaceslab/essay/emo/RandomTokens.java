package spaceslab.essay.emo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tokens and data distributions that claims about all of them are tried on, as in a link. */
final class RandomTokens {
    static final int DEFAULT_TOKENS = 5;
    static final int MORE_TOKENS = 7;

    /** Of {@link #MORE_TOKENS}: the first is the likeliest, barely. */
    static final String NEARLY_EVEN = "0.15,0.142,0.141,0.142,0.141,0.142,0.142";

    private static final int TRIED = 20;

    /** Nearer to the middle a point's direction would depend on its rounding. */
    private static final double LEAST_LENGTH = 0.1;

    /** Weights before they are divided by their sum; below, descent takes too many steps. */
    private static final double LEAST_WEIGHT = 0.1;

    private RandomTokens() {}

    /** So many points each, uniformly from the disc, for {@value #TRIED} problems. */
    static List<String> points(int tokens) {
        SplittableRandom random = new SplittableRandom(tokens);
        return IntStream.range(0, TRIED)
                .mapToObj(i ->
                        IntStream.range(0, tokens)
                                .mapToObj(token -> point(random))
                                .collect(Collectors.joining(",")))
                .toList();
    }

    /** Distributions for the default tokens: exponential variables divided by their sum. */
    static List<String> weights() {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, TRIED)
                .mapToObj(i -> distribution(random, DEFAULT_TOKENS))
                .toList();
    }

    private static String point(SplittableRandom random) {
        double x = random.nextDouble(-1, 1);
        double y = random.nextDouble(-1, 1);
        double length = Math.hypot(x, y);
        return length > 1 || length < LEAST_LENGTH ? point(random) : text(x) + ":" + text(y);
    }

    private static String distribution(SplittableRandom random, int tokens) {
        double[] weights = new double[tokens];
        double sum = 0;
        for (int i = 0; i < tokens; i++) {
            weights[i] = LEAST_WEIGHT - Math.log(1 - random.nextDouble());
            sum += weights[i];
        }
        List<String> texts = new ArrayList<>();
        for (double weight : weights) {
            texts.add(text(weight / sum));
        }
        return String.join(",", texts);
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
