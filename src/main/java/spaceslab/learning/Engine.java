package spaceslab.learning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import spaceslab.experiment.Obstacle;

/**
 * libtorch in this process: loads it once and is the one class that touches its internals (grad
 * mode, backward, optimiser step, TorchScript). The engine's own gradient collector is global to
 * the process, so it is not used: with these calls any number of trainings on threads of their own
 * are independent, and each is bit-identical to the same training alone.
 *
 * <p>Loading takes 0.5 s, and about 2 s more the first time, when 432 MB are unpacked below the
 * folder of {@link #unpackTo}. Nothing is ever fetched from the network.
 */
public final class Engine {
    private static volatile @Nullable Availability known;

    /** Whether this machine can train. */
    public sealed interface Availability {
        /**
         * It can.
         *
         * @param version of libtorch
         * @param millis that loading took
         */
        record Ready(String version, double millis) implements Availability {}

        /** It cannot: the machine's operating system and the first cause, for log and page. */
        record Unavailable(String platform, String reason) implements Availability {}
    }

    private Engine() {}

    /** Where the native library is unpacked once; set before the engine is first asked for. */
    public static void unpackTo(Path folder) {
        System.setProperty("DJL_CACHE_DIR", folder.toAbsolutePath().toString());
    }

    /** Loads the engine where that was not tried before, and tells whether it is there. */
    public static Availability availability() {
        Availability before = known;
        return before != null ? before : load();
    }

    /** What is known now, empty while the engine was not yet loaded; never waits. */
    public static Optional<Availability> known() {
        return Optional.ofNullable(known);
    }

    /**
     * Why an experiment that trains cannot run here, for {@link
     * spaceslab.experiment.Experiment#obstacle()}; empty as long as nothing speaks against it.
     */
    public static Optional<Obstacle> obstacle() {
        return known().flatMap(Engine::obstacle);
    }

    static Optional<Obstacle> obstacle(Availability availability) {
        return switch (availability) {
            case Availability.Ready r -> Optional.empty();
            case Availability.Unavailable u ->
                    Optional.of(Obstacle.of("noTrainingEngine", u.platform(), u.reason()));
        };
    }

    private static synchronized Availability load() {
        Availability before = known;
        if (before != null) {
            return before;
        }
        long start = System.nanoTime();
        Availability found;
        try {
            System.setProperty("ai.djl.offline", "true");
            System.setProperty("ai.djl.pytorch.num_threads", "1");
            System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
            System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
            String version = ai.djl.engine.Engine.getEngine("PyTorch").getVersion();
            try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
                manager.create(1f).add(1f).toFloatArray();
            }
            found = new Availability.Ready(version, (System.nanoTime() - start) / 1e6);
        } catch (Exception | LinkageError | AssertionError failure) {
            found = new Availability.Unavailable(platform(), reason(failure));
        }
        known = found;
        return found;
    }

    private static String platform() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    /** Says what is to be believed from now on; for tests of a machine without the engine. */
    static @Nullable Availability pretend(@Nullable Availability availability) {
        Availability before = known;
        known = availability;
        return before;
    }

    /** A manager without parent for one root scope; this thread computes alone from now on. */
    static NDManager newManager() {
        if (availability() instanceof Availability.Unavailable u) {
            throw new EngineUnavailable(u.reason() + " (" + u.platform() + ")");
        }
        JniUtils.setNumThreads(1);
        JniUtils.setGraphExecutorOptimize(false);
        return NDManager.newBaseManager("PyTorch");
    }

    /** A 0-d array of the type of {@code like}, in the engine's own memory. */
    static NDArray number(Number value, NDArray like) {
        return JniUtils.full(
                (PtNDManager) like.getManager(),
                new Shape(),
                value.doubleValue(),
                like.getDataType(),
                like.getDevice(),
                SparseFormat.DENSE);
    }

    /**
     * The same numbers in the engine's own memory; closes the original. An array made from Java
     * numbers lies in a buffer that is collected once that array is closed, whatever views and
     * gradients still read it.
     */
    static NDArray owned(NDArray fromJava) {
        try (fromJava) {
            return JniUtils.clone((PtNDArray) fromJava);
        }
    }

    /** Sets whether this thread records gradients; returns what it was. */
    static boolean recordGradients(boolean record) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(record);
        return before;
    }

    static void requireGradient(NDArray weight) {
        JniUtils.attachGradient((PtNDArray) weight, true);
    }

    /** Adds d loss / d weight to the gradient of every weight; the graph is released. */
    static void backward(NDArray loss) {
        try (NDArray one = loss.onesLike()) {
            JniUtils.backward((PtNDArray) loss, (PtNDArray) one, false, false);
        }
    }

    /** The weight's gradient (to be closed), or null where the loss did not depend on it. */
    static @Nullable NDArray gradient(NDArray weight) {
        PtNDArray array = (PtNDArray) weight;
        return array.hasGradient() ? JniUtils.getGradient(array) : null;
    }

    static void clearGradient(NDArray weight) {
        JniUtils.zeroGrad((PtNDArray) weight);
    }

    /** Adam's update of one weight in place, decay decoupled (see {@link Adam}). */
    static void adam(
            NDArray weight,
            NDArray gradient,
            NDArray mean,
            NDArray variance,
            AdamStep step,
            double decay) {
        JniUtils.adamUpdate(
                (PtNDArray) weight,
                (PtNDArray) gradient,
                (PtNDArray) mean,
                (PtNDArray) variance,
                (float) step.rate(),
                (float) step.correctedRate(),
                (float) decay,
                (float) step.gradientScale(),
                -1f,
                (float) step.beta1(),
                (float) step.beta2(),
                (float) step.correctedEpsilon(),
                true);
    }

    /** What all weights of one step of Adam share. */
    record AdamStep(
            double rate,
            double correctedRate,
            double gradientScale,
            double beta1,
            double beta2,
            double correctedEpsilon) {}

    /** A TorchScript module from its archive, kept for the life of the process. */
    static PtSymbolBlock script(byte[] archive) {
        availability();
        NDManager manager = NDManager.newBaseManager("PyTorch");
        try {
            return JniUtils.loadModule(
                    (PtNDManager) manager, new ByteArrayInputStream(archive), false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static NDArray call(PtSymbolBlock script, NDArray... inputs) {
        return IValueUtils.forward(script, new NDList(inputs), true).singletonOrThrow();
    }
}
