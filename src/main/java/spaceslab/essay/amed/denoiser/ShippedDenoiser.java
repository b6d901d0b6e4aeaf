package spaceslab.essay.amed.denoiser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ShippedWeights;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.TensorScope;
import spaceslab.learning.WeightsFile;
import spaceslab.numerics.SeededStreams;

/**
 * Trained denoisers that come with the product, and how each was trained: the experiment's training
 * with these parameters, so that anyone can train them again.
 */
public enum ShippedDenoiser {
    RING(Map.of("set", "ring", "examples", "5000", "hidden", "128", "steps", "3000")),
    OPTICAL_DIGITS(Map.of("set", "opticalDigits", "examples", "1500"));

    private static final String TOPIC = "amed";

    private final Map<String, String> parameters;

    ShippedDenoiser(Map<String, String> parameters) {
        this.parameters = Map.copyOf(parameters);
    }

    /** What it was trained on. */
    public DenoiserSet set() {
        return parameters().set();
    }

    /** Numbers in its matrices. */
    public long weights() {
        return parameters().weights();
    }

    /** Units of each hidden layer. */
    public int hidden() {
        return parameters().hidden();
    }

    private DenoiserParameters parameters() {
        return ParameterSchema.of(DenoiserParameters.class).strict(parameters);
    }

    /** As declared to whoever ships. */
    public ShippedWeights declared() {
        return new ShippedWeights(fileName(), this::train);
    }

    private String fileName() {
        return this == RING ? "denoiserRing" : "denoiserOpticalDigits";
    }

    /** The denoiser, read once from its file. */
    public TrainedDenoiser model() {
        return Loaded.MODELS.computeIfAbsent(this, ShippedDenoiser::read);
    }

    private static final class Loaded {
        private static final Map<ShippedDenoiser, TrainedDenoiser> MODELS =
                new ConcurrentHashMap<>();
    }

    private TrainedDenoiser read() {
        String path = ShippedWeights.path(TOPIC, fileName());
        try (InputStream in = ShippedDenoiser.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + path);
            }
            return new TrainedDenoiser(parameters().preconditioning(), WeightsFile.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** Trains it anew. */
    byte[] train(StopSignal stop) {
        DenoiserParameters p = parameters();
        SeededStreams streams = new SeededStreams(p.seed());
        double[] examples = DenoiserExperiment.examples(p, streams).training();
        try (TensorScope run = TensorScope.root(stop)) {
            DenoiserTraining training = DenoiserExperiment.training(p, examples, streams);
            training.run((step, sigmas, losses) -> {}, stop);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            WeightsFile.write(training.weights(), bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
