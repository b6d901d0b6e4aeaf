package spaceslab.essay.pretraining.task;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import spaceslab.experiment.StopSignal;

/**
 * Expressions of a grammar whose length lies strictly within a window, by rejection.
 *
 * @param expressions kept
 * @param tries drawn
 */
public record ListSamples(List<ListExpression> expressions, int tries) {
    /** Draws between two looks at the stop signal; a draw takes microseconds. */
    private static final int DRAWS = 256;

    public ListSamples {
        expressions = List.copyOf(expressions);
    }

    /** The first {@code count} of a seed. */
    public static ListSamples draw(
            ListGrammar grammar,
            int minLength,
            int maxLength,
            int count,
            long seed,
            StopSignal stop) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ListExpression> kept = new ArrayList<>(count);
        int tries = 0;
        while (kept.size() < count) {
            if (tries++ % DRAWS == 0) {
                stop.check();
            }
            ListExpression drawn = grammar.draw(random);
            if (minLength < drawn.length() && drawn.length() < maxLength) {
                kept.add(drawn);
            }
        }
        return new ListSamples(kept, tries);
    }
}
