package spaceslab.essay.pretraining;

import java.util.List;
import spaceslab.essay.pretraining.task.ListGrammar;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Numbers;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of drawing ListOps expressions.
 *
 * @param maxDepth of a node; the root's is 1
 * @param maxArguments of an operator
 * @param minLength an expression must have more tokens
 * @param maxLength and fewer than this
 * @param samples expressions that are counted; the draws they are expected to take are limited
 * @param shown which of them the tree shows, from 1
 * @param seed of the draws
 */
record ListopsParameters(
        @Parameter(value = "10", min = "2", max = "10") int maxDepth,
        @Parameter(value = "10", min = "2", max = "10") int maxArguments,
        @Parameter(value = "500", min = "0", max = "1998") int minLength,
        @Parameter(value = "2000", min = "2", max = "2000") int maxLength,
        @Parameter(value = "3000", min = "100", max = "10000", scale = Parameter.Scale.LOG)
                int samples,
        @Parameter(value = "1", min = "1", max = "10000", scale = Parameter.Scale.LOG) int shown,
        @Parameter(value = "2024", seed = true) long seed) {
    /** Tokens that may be drawn, accepted or not, in expectation. */
    private static final double MOST_TOKENS = 3e7;

    private static final int FEWEST = 100;

    ListopsParameters {
        ParameterSchema.check(
                ListopsParameters.class,
                maxDepth,
                maxArguments,
                minLength,
                maxLength,
                samples,
                shown,
                seed);
        ListGrammar grammar = new ListGrammar(maxDepth, maxArguments);
        int longest = Math.min(grammar.longest(), maxLength - 1);
        if (minLength >= longest) {
            throw refused("minLength", minLength, "0 … " + (longest - 1));
        }
        double probability = grammar.probability(minLength, maxLength);
        double most = MOST_TOKENS * probability / grammar.meanLength();
        if (most < FEWEST) {
            throw new InvalidParameters(
                    new Violation(
                            "minLength",
                            Integer.toString(minLength),
                            "rare",
                            Numbers.text(FEWEST * grammar.meanLength() / MOST_TOKENS),
                            List.of(probability)));
        }
        if (samples > most) {
            throw refused("samples", samples, FEWEST + " … " + (int) most);
        }
        if (shown > samples) {
            throw refused("shown", shown, "1 … " + samples);
        }
    }

    private static InvalidParameters refused(String parameter, int value, String allowed) {
        return new InvalidParameters(
                new Violation(parameter, Integer.toString(value), "range", allowed));
    }

    ListGrammar grammar() {
        return new ListGrammar(maxDepth, maxArguments);
    }

    /** Tokens that are drawn in expectation. */
    double tokens() {
        ListGrammar grammar = grammar();
        return samples * grammar.meanLength() / grammar.probability(minLength, maxLength);
    }
}
