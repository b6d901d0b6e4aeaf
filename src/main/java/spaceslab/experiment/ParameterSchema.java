package spaceslab.experiment;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a parameters record declares, read once by reflection: specs, defaults, checks, and both
 * directions between record and text (links, forms, requests, cache keys).
 */
public final class ParameterSchema<P extends Record> {
    private static final ClassValue<ParameterSchema<?>> SCHEMAS =
            new ClassValue<>() {
                @Override
                protected ParameterSchema<?> computeValue(Class<?> type) {
                    return new ParameterSchema<>(type.asSubclass(Record.class));
                }
            };

    private final Class<P> type;
    private final List<RecordComponent> components;
    private final List<ParameterSpec> specs;

    private ParameterSchema(Class<P> type) {
        this.type = type;
        this.components = List.of(type.getRecordComponents());
        this.specs = components.stream().map(ParameterSpec::of).toList();
        components.forEach(c -> c.getAccessor().setAccessible(true));
    }

    /** The schema of a record type. */
    @SuppressWarnings("unchecked")
    public static <P extends Record> ParameterSchema<P> of(Class<P> type) {
        return (ParameterSchema<P>) SCHEMAS.get(type);
    }

    /** The parameters in declared order. */
    public List<ParameterSpec> specs() {
        return specs;
    }

    /** The spec called {@code name}, or empty. */
    public Optional<ParameterSpec> spec(String name) {
        return specs.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** The record with every default. */
    public P defaults() {
        return strict(Map.of());
    }

    /**
     * For compact constructors: checks size, then finiteness, then range of every component, and
     * throws {@link InvalidParameters} that names all violations. Combinations are the record's own
     * matter, after this.
     */
    public static void check(Class<? extends Record> type, Object... values) {
        List<Violation> violations = new ArrayList<>();
        List<ParameterSpec> specs = of(type).specs;
        if (specs.size() != values.length) {
            throw new IllegalStateException(type + " has " + specs.size() + " parameters");
        }
        for (int i = 0; i < values.length; i++) {
            violation(specs.get(i), values[i]).ifPresent(violations::add);
        }
        if (!violations.isEmpty()) {
            throw new InvalidParameters(violations);
        }
    }

    private static Optional<Violation> violation(ParameterSpec spec, Object value) {
        List<?> items = value instanceof List<?> list ? list : List.of(value);
        String key = "";
        if (items.isEmpty() || (spec.kind().isList() && items.size() > spec.maxItems())) {
            key = "items";
        } else if (spec.kind() == ParameterSpec.Kind.CHOICES
                && items.stream().distinct().count() < items.size()) {
            key = "twice";
        } else if (spec.kind().isNumeric() && items.stream().anyMatch(i -> !isFinite(i))) {
            key = "number";
        } else if (value instanceof Bitmap b
                && (b.width() != spec.width() || b.height() != spec.height())) {
            key = "bitmap";
        } else if (spec.kind().isNumeric() && !items.stream().allMatch(i -> inside(spec, i))) {
            key = "range";
        }
        return key.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                spec.name(), ParameterText.format(value), key, spec.allowed()));
    }

    private static boolean isFinite(Object item) {
        return switch (item) {
            case Double d -> Double.isFinite(d);
            case PlanePoint p -> Double.isFinite(p.x()) && Double.isFinite(p.y());
            default -> true;
        };
    }

    private static boolean inside(ParameterSpec spec, Object item) {
        if (item instanceof PlanePoint p) {
            return inside(spec, p.x()) && inside(spec, p.y());
        }
        BigDecimal number =
                switch (item) {
                    case Integer i -> BigDecimal.valueOf(i);
                    case Long l -> BigDecimal.valueOf(l);
                    case Double d -> BigDecimal.valueOf(d);
                    case BigInteger n -> new BigDecimal(n);
                    default -> throw new IllegalStateException("not a number: " + item);
                };
        return number.compareTo(spec.min().orElseThrow()) >= 0
                && number.compareTo(spec.max().orElseThrow()) <= 0;
    }

    /** What was read: always runnable parameters, and what was refused on the way. */
    public record Reading<P extends Record>(P parameters, List<Violation> violations) {
        public Reading {
            violations = List.copyOf(violations);
        }
    }

    /**
     * Reads texts leniently: unknown names, repeated keys and bad values are named in the reading's
     * violations and replaced by the default.
     */
    public Reading<P> read(Map<String, List<String>> texts) {
        List<Violation> violations = new ArrayList<>();
        Object[] values = new Object[specs.size()];
        for (int i = 0; i < values.length; i++) {
            ParameterSpec spec = specs.get(i);
            RecordComponent component = components.get(i);
            List<String> given = texts.getOrDefault(spec.name(), List.of());
            values[i] = ParameterText.parse(spec, component, spec.defaultText());
            if (given.size() > 1) {
                violations.add(
                        new Violation(
                                spec.name(),
                                String.join(" & ", given.subList(0, 2)),
                                "repeated",
                                spec.allowed()));
            } else if (given.size() == 1) {
                try {
                    Object value = ParameterText.parse(spec, component, given.getFirst());
                    violation(spec, value).ifPresentOrElse(violations::add, keep(values, i, value));
                } catch (InvalidParameters refused) {
                    violations.addAll(refused.violations());
                }
            }
        }
        texts.forEach((name, given) -> {
            if (spec(name).isEmpty()) {
                String known =
                        specs.stream().map(ParameterSpec::name).collect(Collectors.joining(", "));
                violations.add(
                        new Violation(
                                name, given.isEmpty() ? "" : given.getFirst(), "unknown", known));
            }
        });
        return combined(values, violations);
    }

    private static Runnable keep(Object[] values, int index, Object value) {
        return () -> values[index] = value;
    }

    /** Combinations that the record refuses fall back to the default of the parameters it names. */
    private Reading<P> combined(Object[] values, List<Violation> violations) {
        for (int attempt = 0; attempt < 3; attempt++) {
            try {
                return new Reading<>(create(values), violations);
            } catch (InvalidParameters refused) {
                refused.violations().stream()
                        .filter(violation -> !violations.contains(violation))
                        .forEach(violations::add);
                for (int i = 0; i < values.length; i++) {
                    String name = specs.get(i).name();
                    if (attempt == 1
                            || refused.violations().stream()
                                    .anyMatch(v -> v.parameter().equals(name))) {
                        values[i] =
                                ParameterText.parse(
                                        specs.get(i),
                                        components.get(i),
                                        specs.get(i).defaultText());
                    }
                }
            }
        }
        throw new IllegalStateException(
                "the defaults of " + type + " are refused by its constructor");
    }

    /** Reads texts strictly: any violation throws {@link InvalidParameters}. */
    public P strict(Map<String, String> texts) {
        Map<String, List<String>> single = new LinkedHashMap<>();
        texts.forEach((name, text) -> single.put(name, List.of(text)));
        Reading<P> reading = read(single);
        if (!reading.violations().isEmpty()) {
            throw new InvalidParameters(reading.violations());
        }
        return reading.parameters();
    }

    /** Every parameter's canonical text, in declared order. */
    public Map<String, String> canonical(P parameters) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < specs.size(); i++) {
            texts.put(specs.get(i).name(), ParameterText.format(valueOf(parameters, i)));
        }
        return texts;
    }

    /** The canonical texts of those parameters that differ from their default: a link's query. */
    public Map<String, String> differing(P parameters) {
        Map<String, String> texts = canonical(parameters);
        canonical(defaults()).forEach(texts::remove);
        return texts;
    }

    /** The typed values, in declared order. */
    public Map<String, Object> values(P parameters) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < specs.size(); i++) {
            values.put(specs.get(i).name(), valueOf(parameters, i));
        }
        return values;
    }

    /** The canonical text of one value. */
    public static String text(Object value) {
        return ParameterText.format(value);
    }

    private Object valueOf(P parameters, int index) {
        try {
            return components.get(index).getAccessor().invoke(parameters);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private P create(Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            Constructor<P> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidParameters refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
