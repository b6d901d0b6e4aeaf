package spaceslab.learning;

import java.util.stream.IntStream;
import spaceslab.numerics.RandomStream;

/**
 * How the next symbol is drawn from scores s: p ∝ exp(s / temperature), cut to the fewest most
 * probable symbols that together have at least {@code nucleus} (arXiv:1904.09751).
 *
 * @param temperature above 0; below 1 prefers the probable, above 1 the improbable
 * @param nucleus above 0, at most 1; 1 cuts nothing
 */
public record SymbolChoice(double temperature, double nucleus) {
    public SymbolChoice {
        if (!(temperature > 0) || !(nucleus > 0 && nucleus <= 1)) {
            throw new IllegalArgumentException(
                    "temperature (%s) must be above 0, nucleus (%s) in (0, 1]"
                            .formatted(temperature, nucleus));
        }
    }

    /** A symbol 0 … {@code count} − 1, whose scores begin at {@code from}; O(count log count). */
    public int draw(double[] scores, int from, int count, RandomStream random) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, scores[from + i]);
        }
        double[] weights = new double[count];
        double total = 0;
        for (int i = 0; i < count; i++) {
            weights[i] = Math.exp((scores[from + i] - largest) / temperature);
            total += weights[i];
        }
        double u = random.nextDouble();
        return nucleus == 1 ? any(weights, u * total) : fromNucleus(weights, total, u);
    }

    private static int any(double[] weights, double rest) {
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                rest -= weights[i];
                if (rest < 0) {
                    break;
                }
            }
        }
        return last;
    }

    private int fromNucleus(double[] weights, double total, double u) {
        int[] order =
                IntStream.range(0, weights.length)
                        .boxed()
                        .sorted((a, b) -> Double.compare(weights[b], weights[a]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int kept = 0;
        double mass = 0;
        while (kept < order.length && mass < nucleus * total) {
            mass += weights[order[kept++]];
        }
        double rest = u * mass;
        int chosen = 0;
        while (chosen + 1 < kept && rest >= weights[order[chosen]]) {
            rest -= weights[order[chosen++]];
        }
        return order[chosen];
    }
}
