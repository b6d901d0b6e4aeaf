package spaceslab.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.SeededStreams;

class WeightsFileTest {
    private static Weights model(long seed, int size) {
        Weights weights = Weights.of(new SeededStreams(seed), Precision.FLOAT32);
        new Mlp(weights.within("mlp"), Activation.RELU, 3, size, 2);
        return weights;
    }

    private static byte[] written(Weights weights) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WeightsFile.write(weights, bytes);
        return bytes.toByteArray();
    }

    private static void read(byte[] bytes, Weights weights) throws IOException {
        WeightsFile.read(new ByteArrayInputStream(bytes), weights);
    }

    @Test
    void roundTripIsExact() throws IOException {
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            Weights from = model(1, 4);
            Weights to = model(2, 4);
            assertThat(to.values().getFirst()).isNotEqualTo(from.values().getFirst());
            byte[] file = written(from);
            read(file, to);
            for (int i = 0; i < from.all().size(); i++) {
                assertThat(to.values().get(i)).isEqualTo(from.values().get(i));
            }
            assertThat(written(to)).isEqualTo(file);
        }
    }

    @Test
    void refusesAnotherModelAndDamage() throws IOException {
        try (TensorScope run = TensorScope.root(StopSignal.never())) {
            byte[] file = written(model(1, 4));
            assertThatThrownBy(() -> read(file, model(1, 5)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("mlp.linear0.weight [4, 3]")
                    .hasMessageContaining("[5, 3]");
            byte[] half = java.util.Arrays.copyOf(file, file.length / 2);
            assertThatThrownBy(() -> read(half, model(1, 4))).isInstanceOf(IOException.class);
            ByteArrayOutputStream other = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(other)) {
                zip.write("SLWEIGHT\2".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
            assertThatThrownBy(() -> read(other.toByteArray(), model(1, 4)))
                    .hasMessageContaining("version 2");
        }
    }
}
