package spaceslab.experiment;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One parameter as declared by its record component.
 *
 * @param name lower camel case, the same in link, JSON and text keys
 * @param kind its type
 * @param defaultText the default in canonical form
 * @param min smallest allowed number, empty for kinds without a range
 * @param max largest allowed number
 * @param scale of its slider
 * @param step of its slider, empty for a sensible one
 * @param symbol TeX
 * @param choices canonical names of an enum's constants, in order
 * @param maxItems longest list
 * @param width columns of a bitmap
 * @param height rows of a bitmap
 * @param when condition for being shown, {@code parameter=value|value}, or empty
 */
public record ParameterSpec(
        String name,
        Kind kind,
        String defaultText,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        Parameter.Scale scale,
        Optional<BigDecimal> step,
        String symbol,
        List<String> choices,
        int maxItems,
        int width,
        int height,
        String when) {
    /** Longest text of most kinds; anything longer is refused unread. */
    private static final int LONGEST = 512;

    /** Longest text of a point: two doubles and their separators. */
    private static final int POINT = 52;

    /** The types a parameter can have. */
    public enum Kind {
        INTEGER,
        DECIMAL,
        FLAG,
        NATURAL,
        SEED,
        CHOICE,
        CHOICES,
        INTEGERS,
        DECIMALS,
        /** Points of the plane, {@code x:y,x:y}. */
        POINTS,
        /** A small picture of two levels, as hexadecimal digits. */
        BITMAP;

        /** Whether a value is a list. */
        public boolean isList() {
            return this == CHOICES || this == INTEGERS || this == DECIMALS || this == POINTS;
        }

        /** Whether values (or elements) are numbers with a range. */
        public boolean isNumeric() {
            return this != FLAG && this != CHOICE && this != CHOICES && this != BITMAP;
        }
    }

    static ParameterSpec of(RecordComponent component) {
        Parameter declared = component.getAnnotation(Parameter.class);
        if (declared == null) {
            throw new IllegalStateException(component + " lacks @Parameter");
        }
        Kind kind = kindOf(component.getGenericType(), declared.seed());
        Optional<BigDecimal> min = number(declared.min());
        Optional<BigDecimal> max = number(declared.max());
        if (kind == Kind.SEED) {
            min = min.or(() -> Optional.of(BigDecimal.ZERO));
            max = max.or(() -> Optional.of(new BigDecimal("999999999")));
        }
        if (kind.isNumeric() && (min.isEmpty() || max.isEmpty())) {
            throw new IllegalStateException(component + " needs min and max");
        }
        boolean drawn = kind == Kind.BITMAP;
        if (drawn != (declared.width() > 0 && declared.height() > 0)
                || (drawn && !Bitmap.isSize(declared.width(), declared.height()))) {
            throw new IllegalStateException(
                    component + " must have width and height of 2 to 32 if it is a bitmap");
        }
        List<String> choices =
                enumOf(component.getGenericType()).stream()
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(constant -> camel(((Enum<?>) constant).name()))
                        .toList();
        return new ParameterSpec(
                component.getName(),
                kind,
                declared.value(),
                min,
                max,
                declared.scale(),
                number(declared.step()),
                declared.symbol(),
                choices,
                declared.maxItems(),
                declared.width(),
                declared.height(),
                declared.when());
    }

    /** The longest text that is looked at. */
    int longest() {
        return kind == Kind.POINTS ? Math.max(LONGEST, maxItems * POINT) : LONGEST;
    }

    /** What is accepted, in words that need no language. */
    public String allowed() {
        return switch (kind) {
            case INTEGER, DECIMAL, NATURAL, SEED -> range();
            case FLAG -> "true, false";
            case CHOICE -> String.join(", ", choices);
            case CHOICES -> "1–" + maxItems + " × {" + String.join(", ", choices) + "}";
            case INTEGERS, DECIMALS -> "1–" + maxItems + " × [" + range() + "]";
            case POINTS -> "1–" + maxItems + " × x:y, x, y ∈ [" + range() + "]";
            case BITMAP ->
                    width + " × " + height + ": [0-9a-f]{" + Bitmap.digits(width, height) + "}";
        };
    }

    private String range() {
        return plain(min.orElseThrow()) + " … " + plain(max.orElseThrow());
    }

    static String plain(BigDecimal number) {
        String text = number.stripTrailingZeros().toPlainString();
        int digits = text.length();
        boolean nines = digits > 18 && text.chars().allMatch(c -> c == '9');
        return nines ? "10^" + digits + " − 1" : text;
    }

    /** {@code SUM_DIFFERENCE} becomes {@code sumDifference}. */
    static String camel(String constant) {
        StringBuilder name = new StringBuilder();
        boolean upper = false;
        for (char c : constant.toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                name.append(upper ? c : Character.toLowerCase(c));
                upper = false;
            }
        }
        return name.toString();
    }

    private static Optional<BigDecimal> number(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private static Kind kindOf(Type type, boolean seed) {
        if (type == long.class && seed) {
            return Kind.SEED;
        } else if (type == int.class || type == long.class) {
            return Kind.INTEGER;
        } else if (type == double.class) {
            return Kind.DECIMAL;
        } else if (type == boolean.class) {
            return Kind.FLAG;
        } else if (type == Bitmap.class) {
            return Kind.BITMAP;
        } else if (type == BigInteger.class) {
            return Kind.NATURAL;
        } else if (type instanceof Class<?> c && c.isEnum()) {
            return Kind.CHOICE;
        } else if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            Type element = list.getActualTypeArguments()[0];
            if (element == Integer.class) {
                return Kind.INTEGERS;
            } else if (element == PlanePoint.class) {
                return Kind.POINTS;
            } else if (element == Double.class) {
                return Kind.DECIMALS;
            } else if (element instanceof Class<?> c && c.isEnum()) {
                return Kind.CHOICES;
            }
        }
        throw new IllegalStateException("no parameter can have type " + type);
    }

    static Optional<Class<?>> enumOf(Type type) {
        Type element =
                type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
        return element instanceof Class<?> c && c.isEnum() ? Optional.of(c) : Optional.empty();
    }
}
