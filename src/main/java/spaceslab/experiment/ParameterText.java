package spaceslab.experiment;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Between a parameter's value and its text in links, forms and requests; both ways, bounded. */
final class ParameterText {
    /** A part of a list that only a group of thousands would be written like. */
    private static final Pattern GROUP = Pattern.compile("0[0-9]{2}(\\..*)?");

    private ParameterText() {}

    /** Reads {@code raw}; throws {@link InvalidParameters} naming the parameter. */
    static Object parse(ParameterSpec spec, RecordComponent component, String raw) {
        if (raw.length() > spec.longest()) {
            throw refused(spec, raw, "tooLong");
        }
        String text = NumberText.fold(raw);
        if (!spec.kind().isList()) {
            return element(spec, component, text, raw);
        }
        if (text.isEmpty()) {
            throw refused(spec, raw, "items");
        }
        List<Object> items = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (!items.isEmpty() && spec.kind().isNumeric() && GROUP.matcher(part).matches()) {
                throw refused(spec, raw, "grouped");
            }
            items.add(element(spec, component, part.strip(), raw));
            if (items.size() > spec.maxItems()) {
                throw refused(spec, raw, "items");
            }
        }
        return List.copyOf(items);
    }

    private static Object element(
            ParameterSpec spec, RecordComponent component, String text, String raw) {
        return switch (spec.kind()) {
            case FLAG ->
                    switch (text) {
                        case "true" -> true;
                        case "false" -> false;
                        default -> throw refused(spec, raw, "choice");
                    };
            case CHOICE, CHOICES -> constant(spec, component, text, raw);
            case DECIMAL, DECIMALS -> decimal(spec, text, raw);
            case POINTS -> point(spec, text, raw);
            case BITMAP ->
                    Bitmap.parse(spec.width(), spec.height(), text)
                            .orElseThrow(() -> refused(spec, raw, "bitmap"));
            case NATURAL -> integer(spec, text, raw);
            case INTEGER, INTEGERS, SEED -> {
                BigInteger value = integer(spec, text, raw);
                if (component.getType() == long.class) {
                    if (value.bitLength() > 63) {
                        throw refused(spec, raw, "range");
                    }
                    yield value.longValue();
                }
                if (value.bitLength() > 31) {
                    throw refused(spec, raw, "range");
                }
                yield value.intValue();
            }
        };
    }

    private static PlanePoint point(ParameterSpec spec, String text, String raw) {
        String[] parts = text.split(":", -1);
        if (parts.length != 2) {
            throw refused(spec, raw, "point");
        }
        return new PlanePoint(
                decimal(spec, parts[0].strip(), raw), decimal(spec, parts[1].strip(), raw));
    }

    private static Object constant(
            ParameterSpec spec, RecordComponent component, String text, String raw) {
        int index = spec.choices().indexOf(text);
        if (index < 0) {
            throw refused(spec, raw, "choice");
        }
        return ParameterSpec.enumOf(component.getGenericType())
                .orElseThrow()
                .getEnumConstants()[index];
    }

    private static BigDecimal number(ParameterSpec spec, String text, String raw) {
        return NumberText.parse(text)
                .orElseThrow(() ->
                        refused(
                                spec,
                                raw,
                                NumberText.hasDecimalComma(text)
                                        ? "decimalComma"
                                        : spec.kind() == ParameterSpec.Kind.NATURAL
                                                ? "natural"
                                                : "number"));
    }

    private static double decimal(ParameterSpec spec, String text, String raw) {
        double value = number(spec, text, raw).doubleValue();
        if (Double.isInfinite(value)) {
            throw refused(spec, raw, "range");
        }
        return value == 0 ? 0.0 : value;
    }

    private static BigInteger integer(ParameterSpec spec, String text, String raw) {
        BigDecimal value = number(spec, text, raw);
        if (value.signum() != 0 && value.stripTrailingZeros().scale() > 0) {
            throw refused(spec, raw, "integer");
        }
        return value.toBigInteger();
    }

    /** The canonical text of a value. */
    static String format(Object value) {
        return switch (value) {
            case Double d -> format(d.doubleValue());
            case PlanePoint p -> format(p.x()) + ":" + format(p.y());
            case Bitmap b -> b.bits();
            case Enum<?> e -> ParameterSpec.camel(e.name());
            case List<?> list ->
                    String.join(",", list.stream().map(item -> format((Object) item)).toList());
            default -> String.format(Locale.ROOT, "%s", value);
        };
    }

    /** Shortest text that reads back as the same double: plain digits where they are few. */
    static String format(double value) {
        if (value == 0) {
            return "0";
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        double size = Math.abs(value);
        return size >= 1e-6 && size < 1e15
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    static InvalidParameters refused(ParameterSpec spec, String raw, String key) {
        return new InvalidParameters(new Violation(spec.name(), raw, key, spec.allowed()));
    }
}
