package spaceslab.learning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * An array of numbers in native memory, with gradients through every operation unless said
 * otherwise. Immutable to its users. Results belong to the innermost {@link TensorScope} of the
 * thread; a negative axis counts from the end; shapes broadcast as in NumPy. Indices are 64-bit
 * integer tensors.
 */
public final class Tensor extends ElementwiseOperations {
    private static final Script LOG_SUM_EXP = new Script("torch.logsumexp(x, [-1])", "x");

    Tensor(NDArray array) {
        super(array);
    }

    // ---- making -------------------------------------------------------------------------------

    /** Row-major values in the given precision. */
    public static Tensor of(Precision precision, double[] values, long... shape) {
        var manager = TensorScope.innermost().manager();
        Shape size = shape(shape, values.length);
        if (precision == Precision.FLOAT64) {
            return made(Engine.owned(manager.create(values, size)));
        }
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return made(Engine.owned(manager.create(floats, size)));
    }

    /** Row-major values in single precision. */
    public static Tensor of(float[] values, long... shape) {
        Shape size = shape(shape, values.length);
        return made(Engine.owned(TensorScope.innermost().manager().create(values, size)));
    }

    /** Row-major indices (64-bit integers). */
    public static Tensor indices(int[] values, long... shape) {
        long[] wide = Arrays.stream(values).asLongStream().toArray();
        Shape size = shape(shape, values.length);
        return made(Engine.owned(TensorScope.innermost().manager().create(wide, size)));
    }

    /** Zeros. */
    public static Tensor zeros(Precision precision, long... shape) {
        return made(TensorScope.innermost().manager().zeros(new Shape(shape), precision.type()));
    }

    /** The same value everywhere. */
    public static Tensor full(Precision precision, double value, long... shape) {
        return of(precision, new double[] {value}, 1).broadcast(shape);
    }

    private static Shape shape(long[] shape, int length) {
        Shape size = new Shape(shape);
        if (size.size() != length) {
            throw new IllegalArgumentException(length + " values for shape " + size);
        }
        return size;
    }

    // ---- reading ------------------------------------------------------------------------------

    /** Length of every axis. */
    public long[] shape() {
        return array.getShape().getShape();
    }

    /** Length of one axis. */
    public long size(int axis) {
        return array.getShape().get(positive(axis));
    }

    /** Number of elements. */
    public long size() {
        return array.size();
    }

    /** Number of axes. */
    public int axes() {
        return array.getShape().dimension();
    }

    /** The floating-point type; indices have none and throw. */
    public Precision precision() {
        return Precision.of(array.getDataType());
    }

    /** The only element. */
    public double item() {
        if (size() != 1) {
            throw new IllegalStateException("item of a tensor of shape " + array.getShape());
        }
        return toDoubles()[0];
    }

    /** Row-major copy as doubles. */
    public double[] toDoubles() {
        return switch (array.getDataType()) {
            case FLOAT64 -> array.toDoubleArray();
            case FLOAT32 -> {
                float[] floats = array.toFloatArray();
                double[] doubles = new double[floats.length];
                for (int i = 0; i < floats.length; i++) {
                    doubles[i] = floats[i];
                }
                yield doubles;
            }
            default -> LongStream.of(toLongs()).asDoubleStream().toArray();
        };
    }

    /** Row-major copy as floats. */
    public float[] toFloats() {
        return in(Precision.FLOAT32).array.toFloatArray();
    }

    /** Row-major copy of indices. */
    public int[] toInts() {
        return LongStream.of(toLongs()).mapToInt(Math::toIntExact).toArray();
    }

    private long[] toLongs() {
        return array.getDataType() == DataType.INT64
                ? array.toLongArray()
                : asIndices().array.toLongArray();
    }

    /** The same numbers in another precision; indices become numbers. */
    public Tensor in(Precision precision) {
        return array.getDataType() == precision.type()
                ? this
                : made(array.toType(precision.type(), false));
    }

    /** Whole numbers as indices; no gradient. */
    public Tensor asIndices() {
        return made(array.toType(DataType.INT64, false));
    }

    /** The same numbers as a constant: no gradient flows through it. */
    public Tensor stopGradient() {
        return made(array.stopGradient());
    }

    /**
     * Overwrites these numbers in place by those of a tensor of the same shape, for what is moved
     * by hand and not by a gradient; never within a step that uses this tensor.
     */
    public void assign(Tensor values) {
        if (!array.getShape().equals(values.array.getShape())) {
            throw new IllegalArgumentException(
                    "values " + values.array.getShape() + " for " + array.getShape());
        }
        values.in(precision()).array.copyTo(array);
    }

    // ---- reductions ---------------------------------------------------------------------------

    /** Of all elements, a 0-d tensor. */
    public Tensor sum() {
        return made(array.sum());
    }

    /** Over the given axes, which disappear. */
    public Tensor sum(int... axes) {
        return made(array.sum(axes, false));
    }

    /** Over one axis, which stays with length 1. */
    public Tensor sumKept(int axis) {
        return made(array.sum(new int[] {positive(axis)}, true));
    }

    /** Of all elements, a 0-d tensor. */
    public Tensor mean() {
        return made(array.mean());
    }

    /** Over one axis, which disappears. */
    public Tensor mean(int axis) {
        return made(array.mean(new int[] {positive(axis)}, false));
    }

    /** Over one axis, which stays with length 1. */
    public Tensor meanKept(int axis) {
        return made(array.mean(new int[] {positive(axis)}, true));
    }

    /** Over one axis, which disappears. */
    public Tensor max(int axis) {
        return made(array.max(new int[] {positive(axis)}, false));
    }

    /** Index of the largest along an axis, which disappears. */
    public Tensor argMax(int axis) {
        return made(array.argMax(positive(axis)));
    }

    /** Index of the smallest along an axis, which disappears. */
    public Tensor argMin(int axis) {
        return made(array.argMin(positive(axis)));
    }

    /** log Σ eˣ over the last axis, without overflow. */
    public Tensor logSumExp() {
        return LOG_SUM_EXP.call(this);
    }

    /** Over the last axis. */
    public Tensor softmax() {
        return made(array.softmax(axes() - 1));
    }

    /** Over the last axis. */
    public Tensor logSoftmax() {
        return made(array.logSoftmax(axes() - 1));
    }

    /** Running sum along an axis. */
    public Tensor cumulativeSum(int axis) {
        return made(array.cumSum(positive(axis)));
    }

    // ---- products -----------------------------------------------------------------------------

    /** Matrix product over the last two axes, the ones before are batches. */
    public Tensor matMul(Tensor other) {
        return made(array.matMul(other.array));
    }

    /** x Wᵀ + b over the last axis; {@code weight} is [out, in]. */
    Tensor affine(Tensor weight, Tensor bias) {
        return made(more().linear(array, weight.array, bias.array).singletonOrThrow());
    }

    /** (x − mean) / √(variance + ε) · scale + shift over the last axis. */
    Tensor normalise(Tensor scale, Tensor shift, double epsilon) {
        Shape last = new Shape(size(-1));
        return made(
                more().layerNorm(array, last, scale.array, shift.array, (float) epsilon)
                        .singletonOrThrow());
    }

    // ---- structure ----------------------------------------------------------------------------

    /** Another shape for the same elements; one length may be −1. */
    public Tensor reshape(long... shape) {
        return made(array.reshape(shape));
    }

    /** Axes in another order. */
    public Tensor permute(int... axes) {
        return made(array.transpose(axes));
    }

    /** Two axes exchanged. */
    public Tensor swap(int a, int b) {
        return made(array.swapAxes(positive(a), positive(b)));
    }

    /** A new axis of length 1. */
    public Tensor expand(int axis) {
        return made(array.expandDims(axis < 0 ? axis + axes() + 1 : axis));
    }

    /** Without an axis of length 1. */
    public Tensor squeeze(int axis) {
        return made(array.squeeze(positive(axis)));
    }

    /** Stretched to a shape. */
    public Tensor broadcast(long... shape) {
        return made(array.broadcast(shape));
    }

    /** Elements {@code from} … {@code to − 1} along an axis. */
    public Tensor slice(int axis, long from, long to) {
        int a = positive(axis);
        if (from < 0 || to > size(a) || from >= to) {
            throw new IllegalArgumentException(
                    "slice " + from + " … " + to + " of an axis of length " + size(a));
        }
        StringBuilder index = new StringBuilder();
        for (int i = 0; i < a; i++) {
            index.append(":,");
        }
        return made(array.get(new NDIndex(index.append(from).append(':').append(to).toString())));
    }

    /** {@code parts} equal parts along an axis. */
    public Tensor[] split(int parts, int axis) {
        return adopted(array.split(parts, positive(axis)));
    }

    private static Tensor[] adopted(NDList list) {
        return list.stream().map(Tensor::made).toArray(Tensor[]::new);
    }

    /** Tensors one behind the other along an axis. */
    public static Tensor concat(int axis, Tensor... tensors) {
        NDList list = list(tensors);
        return made(ai.djl.ndarray.NDArrays.concat(list, tensors[0].positive(axis)));
    }

    /** Tensors of one shape along a new axis. */
    public static Tensor stack(int axis, Tensor... tensors) {
        return made(ai.djl.ndarray.NDArrays.stack(list(tensors), axis));
    }

    private static NDList list(Tensor... tensors) {
        return new NDList(Stream.of(tensors).map(Tensor::array).toArray(NDArray[]::new));
    }

    /** Every element {@code times} times in a row along an axis. */
    public Tensor repeat(int axis, int times) {
        return made(array.repeat(positive(axis), times));
    }

    // ---- picking ------------------------------------------------------------------------------

    /** Rows of this matrix [n, d] by index [...]: [..., d]; the gradient adds up in the rows. */
    public Tensor rows(Tensor index) {
        return made(more().embedding(index.array, array, SparseFormat.DENSE).singletonOrThrow());
    }

    /** Element along an axis at the index, whose shape is this one's with another length there. */
    public Tensor gather(int axis, Tensor index) {
        return made(array.gather(index.array, positive(axis)));
    }

    /** Indices [...] as rows [..., size] with a single 1. */
    public Tensor oneHot(int size, Precision precision) {
        return made(array.oneHot(size, precision.type()));
    }

    private int positive(int axis) {
        return axis < 0 ? axis + axes() : axis;
    }

    @Override
    public String toString() {
        return "tensor " + array.getShape() + " of " + array.getDataType();
    }
}
