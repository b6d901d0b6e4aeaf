package spaceslab.experiment;

import java.math.BigInteger;
import java.util.List;

/** A record with every kind of parameter; its combination rule is {@code count <= limit}. */
public record EveryKind(
        @Parameter(value = "5", min = "0", max = "1000") int count,
        @Parameter(value = "1000", min = "1", max = "100000") long limit,
        @Parameter(value = "0.5", min = "-10", max = "1e6") double rate,
        @Parameter("true") boolean biased,
        @Parameter(value = "130", min = "0", max = "999999999999999999999999999999999999999999")
                BigInteger n,
        @Parameter(value = "1", seed = true) long seed,
        @Parameter("sumDifference") Way way,
        @Parameter(value = "plain,sumDifference", maxItems = 3) List<Way> ways,
        @Parameter(value = "1,2,3", min = "1", max = "64", maxItems = 5) List<Integer> sizes,
        @Parameter(value = "0.1,1", min = "1e-12", max = "100", maxItems = 4) List<Double> rates,
        @Parameter(value = "0:0.5,-1:2", min = "-3", max = "3", maxItems = 24)
                List<PlanePoint> points,
        @Parameter(value = "8000000000000008", width = 9, height = 7) Bitmap picture) {

    /** Choices with one and two words. */
    public enum Way {
        PLAIN,
        SUM_DIFFERENCE,
        LAST
    }

    public EveryKind {
        ways = List.copyOf(ways);
        sizes = List.copyOf(sizes);
        rates = List.copyOf(rates);
        points = List.copyOf(points);
        ParameterSchema.check(
                EveryKind.class,
                count,
                limit,
                rate,
                biased,
                n,
                seed,
                way,
                ways,
                sizes,
                rates,
                points,
                picture);
        if (count > limit) {
            throw new InvalidParameters(
                    new Violation("count", Integer.toString(count), "range", "0 … limit"));
        }
    }
}
