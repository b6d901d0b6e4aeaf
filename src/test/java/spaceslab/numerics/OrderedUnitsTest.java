package spaceslab.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedUnitsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void resultsComeInTheOrderOfUnits(int threads) {
        List<Integer> squares = new OrderedUnits(threads).map(3, 500, () -> unit -> unit * unit);
        assertThat(squares).isEqualTo(IntStream.range(3, 500).map(u -> u * u).boxed().toList());
        assertThat(new OrderedUnits(threads).map(5, 5, () -> unit -> unit)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void aFailingUnitFailsTheWhole(int threads) {
        assertThatThrownBy(() ->
                        new OrderedUnits(threads).map(0, 200, () -> OrderedUnitsTest::failAtNinety))
                .isInstanceOf(ArithmeticException.class);
    }

    private static int failAtNinety(int unit) {
        if (unit == 90) {
            throw new ArithmeticException("unit 90");
        }
        return unit;
    }

    @Test
    void needsAThread() {
        assertThatThrownBy(() -> new OrderedUnits(0)).hasMessageContaining("parallelism (0)");
    }
}
