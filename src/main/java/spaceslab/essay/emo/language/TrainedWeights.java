package spaceslab.essay.emo.language;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import spaceslab.experiment.ShippedWeights;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Precision;
import spaceslab.learning.TensorScope;
import spaceslab.learning.Weights;
import spaceslab.learning.WeightsFile;
import spaceslab.numerics.SeededStreams;

/**
 * The weights that come with the product, made by {@link PreTraining} with the steps of their
 * {@link ModelSize} and {@link PreTraining#SEED}.
 */
public final class TrainedWeights {
    private static final String TOPIC = "emo";

    private TrainedWeights() {}

    /** As declared to whoever ships. */
    public static List<ShippedWeights> declared() {
        return Stream.of(ModelSize.values())
                .map(size -> new ShippedWeights(size.key(), stop -> train(size, stop)))
                .toList();
    }

    private static byte[] train(ModelSize size, StopSignal stop) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TensorScope root = TensorScope.root(stop)) {
            SeededStreams streams = new SeededStreams(PreTraining.SEED);
            PreTraining training = new PreTraining(size, size.steps(), streams);
            training.run((step, trained, held) -> {}, stop);
            WeightsFile.write(training.weights(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** Overwrites the weights of a model of this size. */
    static void read(ModelSize size, Weights weights) {
        String path = ShippedWeights.path(TOPIC, size.key());
        try (InputStream in = TrainedWeights.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + path);
            }
            WeightsFile.read(in, weights);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** The trained model, in the innermost scope. */
    static VerseModel model(ModelSize size) {
        Weights weights = Weights.of(new SeededStreams(0), Precision.FLOAT32);
        VerseModel model = new VerseModel(weights, size);
        read(size, weights);
        return model;
    }
}
