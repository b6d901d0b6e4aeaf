package spaceslab.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class SeededStreamsTest {
    private static final int COUNT = 400_000;

    @Test
    void aStreamDependsOnSeedAndUnitAlone() {
        SeededStreams streams = new SeededStreams(5);
        RandomStream first = streams.stream(3);
        streams.stream(4).nextLong();
        RandomStream again = new SeededStreams(5).stream(3);
        for (int i = 0; i < 100; i++) {
            assertThat(again.nextLong()).isEqualTo(first.nextLong());
        }
    }

    @Test
    void neighbouringSeedsUnitsAndChildrenShareNothing() {
        Set<Long> seen = new HashSet<>();
        for (long seed = 0; seed < 50; seed++) {
            for (long unit = 0; unit < 50; unit++) {
                seen.add(new SeededStreams(seed).stream(unit).nextLong());
                seen.add(new SeededStreams(seed).child(unit).stream(0).nextLong());
            }
        }
        assertThat(seen).hasSize(5000);
    }

    @Test
    void variatesHaveTheirMoments() {
        check("uniform", RandomStream::nextDouble, 0.5, 1.0 / 12);
        check("normal", RandomStream::nextGaussian, 0, 1);
        check("exponential", RandomStream::nextExponential, 1, 1);
        check("laplace", RandomStream::nextLaplace, 0, 2);
        check("gamma", r -> r.nextGamma(2.5), 2.5, 2.5);
        check("small gamma", r -> r.nextGamma(0.5), 0.5, 0.5);
    }

    private static void check(
            String name, ToDoubleFunction<RandomStream> variate, double mean, double variance) {
        RandomStream random = new SeededStreams(11).stream(0);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < COUNT; i++) {
            double x = variate.applyAsDouble(random) - mean;
            sum += x;
            squares += x * x;
        }
        double error = Math.sqrt(variance / COUNT);
        assertThat(sum / COUNT).as("%s, seed 11", name).isCloseTo(0, within(4.5 * error));
        assertThat(squares / COUNT / variance).as("%s, seed 11", name).isCloseTo(1, within(0.03));
    }

    @Test
    void normalsFillTheirTails() {
        RandomStream random = new SeededStreams(12).stream(0);
        int beyondOne = 0;
        int beyondThree = 0;
        int beyondTail = 0;
        for (int i = 0; i < 4_000_000; i++) {
            double x = Math.abs(random.nextGaussian());
            beyondOne += x > 1 ? 1 : 0;
            beyondThree += x > 3 ? 1 : 0;
            beyondTail += x > 3.6 ? 1 : 0;
        }
        assertThat(beyondOne / 4e6).isCloseTo(0.3173105078629141, within(0.001));
        assertThat(beyondThree / 4e6).isCloseTo(0.0026997960632602, within(1.2e-4));
        assertThat(beyondTail / 4e6).isCloseTo(3.182e-4, within(4e-5));
    }
}
