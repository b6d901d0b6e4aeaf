package spaceslab.run;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import spaceslab.experiment.Cost;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSpec;
import spaceslab.experiment.Violation;

/**
 * Which parameter of a run that is too large to change, and to what: each violation names one
 * parameter and the values with which the run fits, the others as they are. Where no single one is
 * enough, the violations together do it: each is found with those before it heeded. Costs a few
 * hundred estimates.
 */
final class BudgetAdvice<P extends Record> {
    private static final int HALVINGS = 60;

    private final RunSetup<P> setup;
    private final Predicate<Cost> fits;

    /** For a set-up of which {@code fits} does not hold. */
    BudgetAdvice(RunSetup<P> setup, Predicate<Cost> fits) {
        this.setup = setup;
        this.fits = fits;
    }

    List<Violation> violations() {
        Map<String, String> texts = new LinkedHashMap<>(setup.canonical());
        List<Violation> enough = each(texts, "budget");
        return enough.isEmpty() ? together(texts) : enough;
    }

    private List<Violation> each(Map<String, String> texts, String key) {
        List<Violation> found = new ArrayList<>();
        for (ParameterSpec spec : setup.schema().specs()) {
            range(texts, spec, key).ifPresent(found::add);
        }
        return found;
    }

    /**
     * Goes back to the defaults, which fit, one parameter at a time, the one that saves the most
     * first, until the run fits or one more change is enough.
     */
    private List<Violation> together(Map<String, String> texts) {
        Map<String, String> defaults = setup.schema().canonical(setup.schema().defaults());
        List<ParameterSpec> left = new ArrayList<>(setup.schema().specs());
        left.removeIf(s -> text(defaults, s.name()).equals(texts.get(s.name())));
        List<Violation> all = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Violation> last = all.isEmpty() ? List.of() : each(texts, "budgetToo");
            if (!last.isEmpty()) {
                all.add(last.getFirst());
                return all;
            }
            ParameterSpec best = left.getFirst();
            double least = Double.POSITIVE_INFINITY;
            for (ParameterSpec spec : left) {
                double with =
                        cost(texts, spec, text(defaults, spec.name()))
                                .map(BudgetAdvice::weight)
                                .orElse(Double.POSITIVE_INFINITY);
                if (with < least) {
                    least = with;
                    best = spec;
                }
            }
            String usual = text(defaults, best.name());
            all.add(violation(best, texts, all.isEmpty() ? "budgetFirst" : "budgetToo", usual));
            texts.put(best.name(), usual);
            left.remove(best);
        }
        return all;
    }

    /** Seconds and bytes on one scale, about that of the default limits. */
    private static double weight(Cost cost) {
        return cost.seconds() / 300 + cost.bytes() / 1e9;
    }

    /** The values of one parameter with which the run fits, if there are any. */
    private Optional<Violation> range(Map<String, String> texts, ParameterSpec spec, String key) {
        String now = text(texts, spec.name());
        return switch (spec.kind()) {
            case INTEGER, DECIMAL, NATURAL -> {
                if (fits(texts, spec, low(spec))) {
                    String most = bisect(texts, spec, low(spec), now);
                    yield Optional.of(violation(spec, texts, key, low(spec) + " … " + most));
                } else if (fits(texts, spec, high(spec))) {
                    String least = bisect(texts, spec, high(spec), now);
                    yield Optional.of(violation(spec, texts, key, least + " … " + high(spec)));
                }
                yield Optional.empty();
            }
            case FLAG, CHOICE -> {
                List<String> choices =
                        spec.kind() == ParameterSpec.Kind.FLAG
                                ? List.of("false", "true")
                                : spec.choices();
                List<String> fitting = choices.stream().filter(v -> fits(texts, spec, v)).toList();
                yield fitting.isEmpty()
                        ? Optional.empty()
                        : Optional.of(violation(spec, texts, key, String.join(", ", fitting)));
            }
            case CHOICES, INTEGERS, DECIMALS, POINTS -> {
                List<String> items = Arrays.asList(now.split(","));
                for (int size = items.size() - 1; size > 0; size--) {
                    String fewer = String.join(",", items.subList(0, size));
                    if (fits(texts, spec, fewer)) {
                        yield Optional.of(violation(spec, texts, key, fewer));
                    }
                }
                yield Optional.empty();
            }
            case SEED, BITMAP -> Optional.empty();
        };
    }

    /** The value nearest to {@code now} that fits; {@code fitting} does. */
    private String bisect(
            Map<String, String> texts, ParameterSpec spec, String fitting, String now) {
        BigDecimal good = new BigDecimal(fitting);
        BigDecimal bad = new BigDecimal(now);
        boolean whole = spec.kind() != ParameterSpec.Kind.DECIMAL;
        for (int i = 0; i < HALVINGS; i++) {
            BigDecimal middle = good.add(bad).divide(BigDecimal.TWO);
            // towards what fits, so that the bound that is named fits as it is written
            boolean rising = good.compareTo(bad) < 0;
            RoundingMode towards = rising ? RoundingMode.FLOOR : RoundingMode.CEILING;
            middle =
                    whole ? middle.setScale(0, towards) : middle.round(new MathContext(4, towards));
            if (middle.compareTo(good) == 0 || middle.compareTo(bad) == 0) {
                break;
            }
            if (fits(texts, spec, middle.toPlainString())) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good.toPlainString();
    }

    private static String low(ParameterSpec spec) {
        return bound(spec, spec.min().orElseThrow(), RoundingMode.CEILING);
    }

    private static String high(ParameterSpec spec) {
        return bound(spec, spec.max().orElseThrow(), RoundingMode.FLOOR);
    }

    private static String bound(ParameterSpec spec, BigDecimal bound, RoundingMode inwards) {
        if (spec.kind() == ParameterSpec.Kind.DECIMAL) {
            return bound.toPlainString();
        }
        BigInteger whole = bound.setScale(0, inwards).toBigInteger();
        return whole.toString();
    }

    private static Violation violation(
            ParameterSpec spec, Map<String, String> texts, String key, String allowed) {
        return new Violation(spec.name(), text(texts, spec.name()), key, allowed);
    }

    private static String text(Map<String, String> texts, String name) {
        return texts.getOrDefault(name, "");
    }

    private boolean fits(Map<String, String> texts, ParameterSpec spec, String value) {
        return cost(texts, spec, value).filter(fits).isPresent();
    }

    private Optional<Cost> cost(Map<String, String> texts, ParameterSpec spec, String value) {
        Map<String, String> changed = new LinkedHashMap<>(texts);
        changed.put(spec.name(), value);
        return cost(changed);
    }

    /** Empty where the record refuses the combination. */
    private Optional<Cost> cost(Map<String, String> texts) {
        try {
            return Optional.of(setup.experiment().cost(setup.schema().strict(texts)));
        } catch (InvalidParameters refused) {
            return Optional.empty();
        }
    }
}
