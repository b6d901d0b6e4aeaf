package spaceslab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds runnable values near those that a record's constructor refuses together. What a reader sent
 * is kept where it can be: first a default that does not fit gives way, then the parameter that the
 * constructor names, each to the nearest value found that fits; only then any other.
 */
final class Recovery {
    private final List<ParameterSpec> specs;
    private final Object[] defaults;
    private final Function<Object[], Optional<InvalidParameters>> refusal;

    /**
     * @param specs the parameters
     * @param defaults their defaults, accepted together
     * @param refusal why these values are refused together; empty where they are not
     */
    Recovery(
            List<ParameterSpec> specs,
            Object[] defaults,
            Function<Object[], Optional<InvalidParameters>> refusal) {
        this.specs = specs;
        this.defaults = defaults.clone();
        this.refusal = refusal;
    }

    /**
     * Changes {@code values} until they are accepted.
     *
     * @param isSent which of them someone asked for
     * @return why those of them that were asked for could not stay, one reason each
     */
    List<Violation> mend(Object[] values, boolean[] isSent) {
        Object[] asked = values.clone();
        List<Violation> reasons = new ArrayList<>();
        for (int attempt = 0; attempt <= 2 * values.length; attempt++) {
            Optional<InvalidParameters> refused = refusal.apply(values);
            if (refused.isEmpty()) {
                return changed(reasons, asked, values, isSent);
            }
            List<Violation> named = refused.get().violations();
            named.stream().filter(v -> isStill(v, values, asked)).forEach(reasons::add);
            if (!giveWay(values, named, isSent)) {
                break;
            }
        }
        System.arraycopy(defaults, 0, values, 0, values.length);
        return changed(reasons, asked, values, isSent);
    }

    private List<Violation> changed(
            List<Violation> reasons, Object[] asked, Object[] values, boolean[] isSent) {
        return IntStream.range(0, values.length)
                .filter(i -> isSent[i] && !values[i].equals(asked[i]))
                .mapToObj(i -> reason(reasons, specs.get(i), asked[i]))
                .toList();
    }

    /** Whether a reason speaks of the value that was asked for, not of one tried in its place. */
    private boolean isStill(Violation reason, Object[] values, Object[] asked) {
        return IntStream.range(0, values.length)
                .noneMatch(i ->
                        specs.get(i).name().equals(reason.parameter())
                                && !values[i].equals(asked[i]));
    }

    /** The constructor's own reason, or the first thing that the value does not go with. */
    private static Violation reason(List<Violation> reasons, ParameterSpec spec, Object asked) {
        return reasons.stream()
                .filter(v -> v.parameter().equals(spec.name()))
                .findFirst()
                .orElseGet(() -> {
                    Violation first = reasons.getFirst();
                    return new Violation(
                            spec.name(),
                            ParameterText.format(asked),
                            "together",
                            spec.allowed(),
                            List.of(first.parameter() + " = " + first.value(), first.allowed()));
                });
    }

    /** Changes one value so that all are accepted, or at least another one is named. */
    private boolean giveWay(Object[] values, List<Violation> named, boolean[] isSent) {
        List<Integer> culprits =
                IntStream.range(0, values.length)
                        .filter(i -> names(named, specs.get(i)))
                        .boxed()
                        .toList();
        for (int i : culprits) {
            if (moved(values, i, all -> refusal.apply(all).isEmpty())) {
                return true;
            }
        }
        for (boolean alsoSent : new boolean[] {false, true}) {
            for (int i = 0; i < values.length; i++) {
                if (!culprits.contains(i)
                        && isSent[i] == alsoSent
                        && moved(values, i, all -> refusal.apply(all).isEmpty())) {
                    return true;
                }
            }
        }
        for (int i : culprits) {
            ParameterSpec spec = specs.get(i);
            if (moved(
                    values,
                    i,
                    all ->
                            refusal.apply(all)
                                    .filter(why -> names(why.violations(), spec))
                                    .isEmpty())) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(List<Violation> violations, ParameterSpec spec) {
        return violations.stream().anyMatch(v -> v.parameter().equals(spec.name()));
    }

    private boolean moved(Object[] values, int index, Predicate<Object[]> fits) {
        Object before = values[index];
        Optional<Object> near =
                Nearby.find(
                        specs.get(index),
                        before,
                        defaults[index],
                        candidate -> {
                            values[index] = candidate;
                            return fits.test(values);
                        });
        values[index] = near.orElse(before);
        return near.isPresent();
    }
}
