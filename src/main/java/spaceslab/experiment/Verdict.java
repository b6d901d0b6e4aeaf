package spaceslab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What all replications of a claim say together.
 *
 * @param status the verdict
 * @param replications how many were made
 * @param agreeing how many of them speak for the claim in every effect
 * @param parts each effect with its interval, in declared order
 * @param figures what the text prints: medians of numbers, the different ones of everything else
 */
public record Verdict(
        Finding.Status status,
        int replications,
        int agreeing,
        List<Part> parts,
        List<Object> figures) {

    public Verdict {
        parts = List.copyOf(parts);
        figures = List.copyOf(figures);
    }

    /** How the effects of a claim make its verdict. */
    public enum Rule {
        /** Holds where all hold; does not where one clearly does not; else depends on the seed. */
        ALL,
        /** The effects belong to different conditions: depends where they differ. */
        EACH
    }

    /** What the replications say of one effect. */
    public enum Stand {
        FOR,
        AGAINST,
        /** The threshold lies within the interval: replications disagree. */
        SPLIT
    }

    /** An effect over all replications. */
    public record Part(String name, Effect.Side side, double threshold, MedianInterval interval) {
        /** Whether the whole interval is on one side of the threshold. */
        public Stand stand() {
            boolean low = side.has(interval.low(), threshold);
            boolean high = side.has(interval.high(), threshold);
            return low && high ? Stand.FOR : low || high ? Stand.SPLIT : Stand.AGAINST;
        }
    }

    /** The effect that decides: the first against, else the first in dispute, else the first. */
    public Part deciding() {
        return List.of(Stand.AGAINST, Stand.SPLIT, Stand.FOR).stream()
                .flatMap(stand -> parts.stream().filter(part -> part.stand() == stand))
                .findFirst()
                .orElseThrow();
    }

    /** Throws IllegalArgumentException where the samples are not of one claim. */
    public static Verdict of(Rule rule, List<Sample> samples) {
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("no replication, no verdict");
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < samples.getFirst().effects().size(); i++) {
            parts.add(part(samples, i));
        }
        int agreeing = (int) samples.stream().filter(Sample::agrees).count();
        return new Verdict(status(rule, parts), samples.size(), agreeing, parts, figures(samples));
    }

    private static Part part(List<Sample> samples, int index) {
        Effect first = samples.getFirst().effects().get(index);
        double[] values = new double[samples.size()];
        for (int s = 0; s < values.length; s++) {
            Effect effect = samples.get(s).effects().get(index);
            if (!effect.name().equals(first.name())
                    || effect.side() != first.side()
                    || effect.threshold() != first.threshold()) {
                throw new IllegalArgumentException("effect " + effect + " is not " + first);
            }
            values[s] = effect.value();
        }
        return new Part(first.name(), first.side(), first.threshold(), MedianInterval.of(values));
    }

    private static Finding.Status status(Rule rule, List<Part> parts) {
        List<Stand> stands = parts.stream().map(Part::stand).toList();
        if (stands.stream().allMatch(stand -> stand == Stand.FOR)) {
            return Finding.Status.HOLDS;
        }
        boolean fails =
                switch (rule) {
                    case ALL -> stands.contains(Stand.AGAINST);
                    case EACH -> stands.stream().allMatch(stand -> stand == Stand.AGAINST);
                };
        return fails ? Finding.Status.DOES_NOT_HOLD : Finding.Status.DEPENDS_ON;
    }

    private static List<Object> figures(List<Sample> samples) {
        List<Object> figures = new ArrayList<>();
        for (int i = 0; i < samples.getFirst().figures().size(); i++) {
            int place = i;
            figures.add(figure(samples.stream().map(s -> s.figures().get(place)).toList()));
        }
        return figures;
    }

    private static Object figure(List<Object> figures) {
        List<Object> different = figures.stream().distinct().toList();
        if (different.size() == 1) {
            return different.getFirst();
        }
        if (different.stream().allMatch(Number.class::isInstance)) {
            double[] numbers =
                    figures.stream().mapToDouble(f -> ((Number) f).doubleValue()).toArray();
            return MedianInterval.of(numbers).median();
        }
        return different.stream().map(Objects::toString).sorted().collect(Collectors.joining(", "));
    }
}
