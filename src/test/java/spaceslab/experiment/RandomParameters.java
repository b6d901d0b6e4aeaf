package spaceslab.experiment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Random parameters of any declared record: ends of the range, defaults, and values spread evenly
 * or over the orders of magnitude. Combinations that the record refuses fall back to the default.
 */
public final class RandomParameters {
    private final RandomGenerator random;

    public RandomParameters(RandomGenerator random) {
        this.random = random;
    }

    /** A valid record. */
    public <P extends Record> P next(Class<P> type) {
        ParameterSchema<P> schema = ParameterSchema.of(type);
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts(schema).forEach((name, text) -> texts.put(name, List.of(text)));
        return schema.read(texts).parameters();
    }

    /** A text for each parameter, each valid by itself. */
    public Map<String, String> texts(ParameterSchema<?> schema) {
        Map<String, String> texts = new LinkedHashMap<>();
        schema.specs().forEach(spec -> texts.put(spec.name(), text(spec)));
        return texts;
    }

    private String text(ParameterSpec spec) {
        if (random.nextInt(6) == 0) {
            return spec.defaultText();
        }
        return switch (spec.kind()) {
            case FLAG -> Boolean.toString(random.nextBoolean());
            case CHOICE -> any(spec.choices());
            case CHOICES -> some(spec);
            case INTEGER, NATURAL, SEED -> whole(spec);
            case DECIMAL -> decimal(spec);
            case INTEGERS -> list(spec, true);
            case DECIMALS -> list(spec, false);
            case POINTS ->
                    IntStream.rangeClosed(0, random.nextInt(spec.maxItems()))
                            .mapToObj(i -> decimal(spec) + ":" + decimal(spec))
                            .collect(Collectors.joining(","));
            case BITMAP -> bitmap(spec);
        };
    }

    private String bitmap(ParameterSpec spec) {
        int digits = Bitmap.digits(spec.width(), spec.height());
        int beyond = 4 * digits - spec.width() * spec.height();
        BigInteger bits = bits(spec.width() * spec.height()).shiftLeft(beyond).setBit(4 * digits);
        return bits.toString(16).substring(1);
    }

    private String any(List<String> items) {
        return items.get(random.nextInt(items.size()));
    }

    private String some(ParameterSpec spec) {
        List<String> left = new ArrayList<>(spec.choices());
        int size = 1 + random.nextInt(Math.min(left.size(), spec.maxItems()));
        return IntStream.range(0, size)
                .mapToObj(i -> left.remove(random.nextInt(left.size())))
                .collect(Collectors.joining(","));
    }

    private String list(ParameterSpec spec, boolean isWhole) {
        return IntStream.rangeClosed(0, random.nextInt(spec.maxItems()))
                .mapToObj(i -> isWhole ? whole(spec) : decimal(spec))
                .collect(Collectors.joining(","));
    }

    private String whole(ParameterSpec spec) {
        BigInteger min = spec.min().orElseThrow().setScale(0, RoundingMode.CEILING).toBigInteger();
        BigInteger max = spec.max().orElseThrow().setScale(0, RoundingMode.FLOOR).toBigInteger();
        return switch (random.nextInt(8)) {
            case 0 -> min.toString();
            case 1 -> max.toString();
            case 2, 3, 4 -> {
                int bits = max.subtract(min).bitLength();
                yield min.add(bits(random.nextInt(bits + 1))).min(max).toString();
            }
            default -> {
                BigInteger count = max.subtract(min).add(BigInteger.ONE);
                yield min.add(bits(count.bitLength() + 8).mod(count)).toString();
            }
        };
    }

    private BigInteger bits(int count) {
        byte[] bytes = new byte[count / 8 + 1];
        random.nextBytes(bytes);
        return new BigInteger(1, bytes).mod(BigInteger.ONE.shiftLeft(count));
    }

    private String decimal(ParameterSpec spec) {
        BigDecimal min = spec.min().orElseThrow();
        BigDecimal max = spec.max().orElseThrow();
        double low = min.doubleValue();
        double high = max.doubleValue();
        double value =
                switch (random.nextInt(8)) {
                    case 0 -> low;
                    case 1 -> high;
                    case 2, 3 ->
                            low > 0
                                    ? low * Math.pow(high / low, random.nextDouble())
                                    : high * Math.pow(10, -12 * random.nextDouble());
                    default -> low + (high - low) * random.nextDouble();
                };
        BigDecimal exact = new BigDecimal(value, new MathContext(1 + random.nextInt(17)));
        return exact.max(min).min(max).toString();
    }
}
