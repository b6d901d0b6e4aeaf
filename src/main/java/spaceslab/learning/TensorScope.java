package spaceslab.learning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.jspecify.annotations.Nullable;
import spaceslab.experiment.StopSignal;

/**
 * Owns native memory: every tensor made on a thread belongs to that thread's innermost open scope
 * and is freed when it closes, whatever its operands belong to. A run opens one {@link #root} for
 * weights and constants, and a {@link #step} or {@link #evaluation} within it for everything
 * short-lived:
 *
 * <pre>{@code
 * try (TensorScope run = TensorScope.root(stop)) {
 *     Weights weights = Weights.of(streams, Precision.FLOAT32);
 *     ...
 *     try (TensorScope step = TensorScope.step()) { adam.step(loss(), rate); }
 * }
 * }</pre>
 *
 * A scope and its tensors never leave their thread.
 */
public final class TensorScope implements AutoCloseable {
    private static final ThreadLocal<@Nullable TensorScope> INNERMOST = new ThreadLocal<>();

    private final NDManager manager;
    private final @Nullable TensorScope parent;
    private final boolean recordedBefore;

    private TensorScope(NDManager manager, @Nullable TensorScope parent, boolean record) {
        this.manager = manager;
        this.parent = parent;
        this.recordedBefore = Engine.recordGradients(record);
        INNERMOST.set(this);
    }

    /**
     * The outermost scope of this thread, without gradients; waits for one of the two training
     * slots of the process.
     *
     * @throws EngineUnavailable on a machine that cannot train
     */
    public static TensorScope root(StopSignal stop) {
        if (INNERMOST.get() != null) {
            throw new IllegalStateException("this thread has a root scope already");
        }
        TrainingSlots.take(stop);
        try {
            return new TensorScope(Engine.newManager(), null, false);
        } catch (RuntimeException | Error e) {
            TrainingSlots.giveBack();
            throw e;
        }
    }

    /** A scope that records gradients. */
    public static TensorScope step() {
        TensorScope outer = innermost();
        return new TensorScope(outer.manager.newSubManager(), outer, true);
    }

    /** A scope that records no gradients. */
    public static TensorScope evaluation() {
        TensorScope outer = innermost();
        return new TensorScope(outer.manager.newSubManager(), outer, false);
    }

    static TensorScope innermost() {
        TensorScope scope = INNERMOST.get();
        if (scope == null) {
            throw new IllegalStateException(
                    "tensors are made within a TensorScope: open TensorScope.root(stop) first");
        }
        return scope;
    }

    /** Hands a tensor of this scope to the enclosing one, so that it outlives this scope. */
    public Tensor keep(Tensor tensor) {
        if (parent == null) {
            throw new IllegalStateException("nothing encloses a root scope");
        }
        tensor.array().attach(parent.manager);
        return tensor;
    }

    /** Tensors that this scope and those within it own now. */
    public int tensors() {
        return manager.getManagedArrays().size();
    }

    NDManager manager() {
        return manager;
    }

    Tensor adopt(NDArray array) {
        if (array.getManager() != manager) {
            array.attach(manager);
        }
        return new Tensor(array);
    }

    @Override
    public void close() {
        if (INNERMOST.get() != this) {
            throw new IllegalStateException("scopes close from the inside out, on their thread");
        }
        Engine.recordGradients(recordedBefore);
        manager.close();
        if (parent == null) {
            INNERMOST.remove();
            TrainingSlots.giveBack();
        } else {
            INNERMOST.set(parent);
        }
    }
}
