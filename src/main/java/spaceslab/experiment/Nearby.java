package spaceslab.experiment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values of one parameter near one that does not fit. */
final class Nearby {
    /** Halvings of a range of doubles: more than a slider or a reader tells apart. */
    private static final int HALVINGS = 60;

    private static final MathContext SHORT = new MathContext(4, RoundingMode.FLOOR);

    private Nearby() {}

    /**
     * The nearest value found that fits, or empty. Asks {@code fits} a few hundred times at most.
     */
    static Optional<Object> find(
            ParameterSpec spec, Object value, Object defaultValue, Predicate<Object> fits) {
        return switch (spec.kind()) {
            case INTEGER, SEED, NATURAL, DECIMAL -> number(spec, value, defaultValue, fits);
            case FLAG, CHOICE, BITMAP ->
                    Stream.concat(Stream.of(defaultValue), alternatives(value))
                            .filter(other -> !other.equals(value))
                            .filter(fits)
                            .findFirst();
            case CHOICES, INTEGERS, DECIMALS, POINTS ->
                    Stream.concat(lists(spec, (List<?>) value), Stream.of(defaultValue))
                            .filter(other -> !other.equals(value))
                            .filter(fits)
                            .findFirst();
        };
    }

    private static Stream<Object> alternatives(Object value) {
        return switch (value) {
            case Boolean b -> Stream.of(!b);
            case Enum<?> e -> Stream.of((Object[]) e.getDeclaringClass().getEnumConstants());
            default -> Stream.of();
        };
    }

    /** From the ends, the middle and the default towards the value, the nearest of what fits. */
    private static Optional<Object> number(
            ParameterSpec spec, Object value, Object defaultValue, Predicate<Object> fits) {
        boolean isWhole = spec.kind() != ParameterSpec.Kind.DECIMAL;
        BigDecimal target = decimal(value);
        BigDecimal min = spec.min().orElseThrow();
        BigDecimal max = spec.max().orElseThrow();
        BigDecimal middle = min.add(max).divide(BigDecimal.TWO, MathContext.DECIMAL64);
        Optional<BigDecimal> best = Optional.empty();
        for (BigDecimal anchor : List.of(decimal(defaultValue), min, max, middle)) {
            BigDecimal start = isWhole ? anchor.setScale(0, RoundingMode.HALF_EVEN) : anchor;
            if (start.compareTo(target) != 0 && fits.test(typed(value, start))) {
                BigDecimal near =
                        approached(start, target, isWhole, n -> fits.test(typed(value, n)));
                if (best.filter(b -> distance(b, target).compareTo(distance(near, target)) <= 0)
                        .isEmpty()) {
                    best = Optional.of(near);
                }
            }
        }
        return best.map(n -> typed(value, n));
    }

    private static BigDecimal distance(BigDecimal a, BigDecimal b) {
        return a.subtract(b).abs();
    }

    private static BigDecimal approached(
            BigDecimal good, BigDecimal bad, boolean isWhole, Predicate<BigDecimal> fits) {
        BigDecimal fit = good;
        BigDecimal unfit = bad;
        for (int i = 0; i < (isWhole ? 4 * HALVINGS : HALVINGS); i++) {
            BigDecimal half = fit.add(unfit).divide(BigDecimal.TWO, MathContext.DECIMAL128);
            BigDecimal between = isWhole ? half.setScale(0, RoundingMode.DOWN) : half;
            if (between.compareTo(fit) == 0 || between.compareTo(unfit) == 0) {
                break;
            }
            if (fits.test(between)) {
                fit = between;
            } else {
                unfit = between;
            }
        }
        return isWhole ? fit : rounded(fit, good, fits);
    }

    /** A short number beside the limit, where one fits. */
    private static BigDecimal rounded(BigDecimal fit, BigDecimal good, Predicate<BigDecimal> fits) {
        BigDecimal below = fit.round(SHORT);
        BigDecimal above = fit.round(new MathContext(4, RoundingMode.CEILING));
        return Stream.of(below, above)
                .filter(n -> n.compareTo(good.min(fit)) >= 0 && n.compareTo(good.max(fit)) <= 0)
                .filter(fits)
                .findFirst()
                .orElse(fit);
    }

    private static BigDecimal decimal(Object value) {
        return switch (value) {
            case Integer i -> BigDecimal.valueOf(i);
            case Long l -> BigDecimal.valueOf(l);
            case Double d -> BigDecimal.valueOf(d);
            case BigInteger n -> new BigDecimal(n);
            default -> throw new IllegalStateException("not a number: " + value);
        };
    }

    private static Object typed(Object like, BigDecimal number) {
        return switch (like) {
            case Integer i -> number.intValue();
            case Long l -> number.longValue();
            case Double d -> number.doubleValue();
            default -> number.toBigInteger();
        };
    }

    /**
     * Without repetitions, with items moved inwards, without the last ones or any one, or one only.
     */
    private static Stream<Object> lists(ParameterSpec spec, List<?> items) {
        List<Object> lists = new ArrayList<>();
        lists.add(items.stream().distinct().toList());
        if (spec.kind() == ParameterSpec.Kind.INTEGERS) {
            int min = spec.min().orElseThrow().intValue();
            IntStream.rangeClosed(min + 1, min + 8)
                    .forEach(least -> lists.add(each(items, least, Integer.MAX_VALUE)));
        }
        IntStream.range(0, items.size())
                .map(i -> items.size() - 1 - i)
                .forEach(i -> lists.add(without(items, i)));
        IntStream.range(1, items.size())
                .map(i -> items.size() - i)
                .forEach(n -> lists.add(items.subList(0, n)));
        items.forEach(item -> lists.add(List.of(item)));
        if (spec.kind() == ParameterSpec.Kind.INTEGERS) {
            int min = spec.min().orElseThrow().intValue();
            int max = spec.max().orElseThrow().intValue();
            for (int most = max / 2; most >= min && most > 0; most = most * 3 / 4) {
                lists.add(each(items, min, most));
            }
        }
        return lists.stream()
                .filter(list -> !((List<?>) list).isEmpty())
                .map(List.class::cast)
                .map(List::copyOf);
    }

    private static List<Integer> each(List<?> items, int least, int most) {
        return items.stream().map(i -> Math.min(Math.max((Integer) i, least), most)).toList();
    }

    private static List<Object> without(List<?> items, int index) {
        List<Object> left = new ArrayList<>(items);
        left.remove(index);
        return left;
    }
}
