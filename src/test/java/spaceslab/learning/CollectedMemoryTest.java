package spaceslab.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.RepeatedTest;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.SeededStreams;

/**
 * What Java's collector frees is read by nobody. The engine's own arithmetic with numbers leaves
 * them in buffers of Java that nothing refers to, where the gradient looks for them later.
 */
class CollectedMemoryTest {
    private static final int NUMBERS = 200;

    @RepeatedTest(3)
    void gradientsFindTheirNumbersAfterACollection() throws InterruptedException {
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Weights weights = Weights.of(new SeededStreams(1), Precision.FLOAT64);
            Tensor w = weights.given("w", new double[] {3}, 1);
            try (TensorScope step = TensorScope.step()) {
                Tensor sum = w;
                for (int i = 1; i <= NUMBERS; i++) {
                    sum = sum.plus(w.times(i)).plus(w.over(1.0 / i)).plus(w.power(i % 3));
                }
                List<ByteBuffer> scribbled = collectAndScribble();
                Engine.backward(sum.sum().array());
                try (var gradient = Objects.requireNonNull(Engine.gradient(w.array()))) {
                    double expected = 1 + NUMBERS * (NUMBERS + 1);
                    for (int i = 1; i <= NUMBERS; i++) {
                        int power = i % 3;
                        expected += power == 0 ? 0 : power * Math.pow(3, power - 1);
                    }
                    assertThat(gradient.toDoubleArray()[0])
                            .isCloseTo(expected, within(1e-12 * expected));
                }
                assertThat(scribbled).isNotEmpty();
            }
        }
    }

    @RepeatedTest(3)
    void whatIsKeptOfAnInputOutlivesIt() throws InterruptedException {
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            List<Tensor> kept = new ArrayList<>();
            for (int i = 0; i < NUMBERS; i++) {
                try (TensorScope inner = TensorScope.evaluation()) {
                    Tensor input = Tensor.of(Precision.FLOAT64, new double[] {i, i + 1}, 2);
                    kept.add(inner.keep(input.reshape(2, 1)));
                    kept.add(inner.keep(Tensor.indices(new int[] {i, i + 1}, 2).expand(0)));
                }
            }
            List<ByteBuffer> scribbled = collectAndScribble();
            for (int i = 0; i < kept.size(); i++) {
                assertThat(kept.get(i).toDoubles()).containsExactly(i / 2, i / 2 + 1);
            }
            assertThat(scribbled).isNotEmpty();
        }
    }

    /** Frees buffers of Java that nothing refers to, and writes over what is free now. */
    private static List<ByteBuffer> collectAndScribble() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(30);
        }
        List<ByteBuffer> buffers = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            ByteBuffer buffer =
                    ByteBuffer.allocateDirect(8 * (1 + i % 2)).order(ByteOrder.nativeOrder());
            while (buffer.remaining() >= 8) {
                buffer.putDouble(1e300);
            }
            buffers.add(buffer);
        }
        return buffers;
    }
}
