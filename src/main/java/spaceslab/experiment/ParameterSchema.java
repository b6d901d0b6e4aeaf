package spaceslab.experiment;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        try {
            return create(defaultValues());
        } catch (InvalidParameters refused) {
            throw new IllegalStateException(
                    "the defaults of " + type + " are refused by its constructor", refused);
        }
    }

    private Object[] defaultValues() {
        return IntStream.range(0, specs.size()).mapToObj(this::defaultValue).toArray();
    }

    private Object defaultValue(int index) {
        ParameterSpec spec = specs.get(index);
        try {
            return ParameterText.parse(spec, components.get(index), spec.defaultText());
        } catch (InvalidParameters refused) {
            throw new IllegalStateException("a default of " + type + " is refused", refused);
        }
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

    /**
     * What was read.
     *
     * @param parameters always runnable
     * @param violations what was given and refused, each with its reason; nothing else
     * @param instead what stands in place of each refused parameter, in canonical form
     * @param adapted parameters that were not given and whose default does not go with what was
     */
    public record Reading<P extends Record>(
            P parameters,
            List<Violation> violations,
            Map<String, String> instead,
            Map<String, String> adapted) {
        public Reading {
            violations = List.copyOf(violations);
            instead = Collections.unmodifiableMap(new LinkedHashMap<>(instead));
            adapted = Collections.unmodifiableMap(new LinkedHashMap<>(adapted));
        }
    }

    /**
     * Reads texts leniently: unknown names, repeated keys and bad values are named in the reading's
     * violations; a bad value is replaced by the default, and values that do not go together by
     * near ones that do ({@link Recovery}). Everything else is kept.
     */
    public Reading<P> read(Map<String, List<String>> texts) {
        Object[] values = defaultValues();
        boolean[] isSent = new boolean[values.length];
        List<Violation> violations = fill(values, isSent, texts);
        violations.addAll(new Recovery(specs, defaultValues(), this::refusal).mend(values, isSent));
        return reading(create(values), violations, texts.keySet());
    }

    /** Puts what the texts say by themselves in place of the defaults; names what they do not. */
    private List<Violation> fill(
            Object[] values, boolean[] isSent, Map<String, List<String>> texts) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            ParameterSpec spec = specs.get(i);
            RecordComponent component = components.get(i);
            List<String> given = texts.getOrDefault(spec.name(), List.of());
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
                    Optional<Violation> outside = violation(spec, value);
                    outside.ifPresent(violations::add);
                    isSent[i] = outside.isEmpty();
                    values[i] = isSent[i] ? value : values[i];
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
        return violations;
    }

    private Reading<P> reading(P parameters, List<Violation> violations, Set<String> given) {
        Map<String, String> canonical = canonical(parameters);
        Map<String, String> adapted = differing(parameters);
        adapted.keySet().removeAll(given);
        Map<String, String> instead = new LinkedHashMap<>();
        violations.forEach(v -> {
            String shown = canonical.get(v.parameter());
            if (shown != null) {
                instead.put(v.parameter(), shown);
            }
        });
        return new Reading<>(parameters, violations, instead, adapted);
    }

    private Optional<InvalidParameters> refusal(Object[] values) {
        for (int i = 0; i < values.length; i++) {
            Optional<Violation> outside = violation(specs.get(i), values[i]);
            if (outside.isPresent()) {
                return Optional.of(new InvalidParameters(outside.get()));
            }
        }
        try {
            create(values);
            return Optional.empty();
        } catch (InvalidParameters refused) {
            return Optional.of(refused);
        }
    }

    /**
     * Reads texts strictly: any violation throws {@link InvalidParameters}, and so does a default
     * that does not go with what is given. For set-ups that are declared, not asked for.
     */
    public P strict(Map<String, String> texts) {
        Map<String, List<String>> single = new LinkedHashMap<>();
        texts.forEach((name, text) -> single.put(name, List.of(text)));
        Object[] values = defaultValues();
        List<Violation> violations = fill(values, new boolean[values.length], single);
        if (!violations.isEmpty()) {
            throw new InvalidParameters(violations);
        }
        return create(values);
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
