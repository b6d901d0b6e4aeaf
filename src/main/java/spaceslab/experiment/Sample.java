package spaceslab.experiment;

import java.util.Arrays;
import java.util.List;

/**
 * What one replication says of a claim: the effects that decide and the figures that its text
 * {@code <topic>.finding.<id>.measured} prints. Every replication of a claim has the same effects
 * in the same order, with the same sides and thresholds, and as many figures.
 *
 * @param effects at least one
 * @param figures numbers, texts or flags
 */
public record Sample(List<Effect> effects, List<Object> figures) {
    public Sample {
        effects = List.copyOf(effects);
        figures = figures.stream().map(Sample::plain).toList();
        if (effects.isEmpty()) {
            throw new IllegalArgumentException("a claim needs an effect to be decided by");
        }
    }

    /** A whole number is one, whichever type it was counted in. */
    private static Object plain(Object figure) {
        return figure instanceof Long whole && whole == whole.intValue()
                ? (Object) whole.intValue()
                : figure;
    }

    /** These effects; the figures follow. */
    public static Sample of(Effect... effects) {
        return new Sample(Arrays.asList(effects), List.of());
    }

    /** With these figures for the text, {@code {0}} first. */
    public Sample figures(Object... figures) {
        return new Sample(effects, Arrays.asList(figures));
    }

    /** Whether every effect speaks for the claim. */
    public boolean agrees() {
        return effects.stream().allMatch(Effect::agrees);
    }
}
