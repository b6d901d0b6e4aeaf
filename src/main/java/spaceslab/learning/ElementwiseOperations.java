package spaceslab.learning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.internal.NDArrayEx;
import java.util.function.BinaryOperator;

/** What a {@link Tensor} can do element by element; shapes broadcast as in NumPy. */
abstract sealed class ElementwiseOperations permits Tensor {
    final NDArray array;

    ElementwiseOperations(NDArray array) {
        this.array = array;
    }

    final NDArray array() {
        return array;
    }

    static Tensor made(NDArray array) {
        return TensorScope.innermost().adopt(array);
    }

    final NDArrayEx more() {
        return array.getNDArrayInternal();
    }

    public Tensor plus(Tensor other) {
        return made(array.add(other.array));
    }

    public Tensor plus(double number) {
        return with(number, NDArray::add);
    }

    public Tensor minus(Tensor other) {
        return made(array.sub(other.array));
    }

    public Tensor minus(double number) {
        return plus(-number);
    }

    public Tensor times(Tensor other) {
        return made(array.mul(other.array));
    }

    public Tensor times(double number) {
        return with(number, NDArray::mul);
    }

    public Tensor over(Tensor other) {
        return made(array.div(other.array));
    }

    public Tensor over(double number) {
        return with(number, NDArray::div);
    }

    /**
     * An operation with a number of this tensor's own type. Never the engine's own {@code
     * mul(Number)} and the like: the gradient needs the number again when its memory may have been
     * collected.
     */
    private Tensor with(double number, BinaryOperator<NDArray> operation) {
        try (NDArray constant = Engine.number(scalar(number), array)) {
            return made(operation.apply(array, constant));
        }
    }

    /** A number of this tensor's own type: a double would turn a 0-d float into a double. */
    private Number scalar(double number) {
        return switch (array.getDataType()) {
            case FLOAT32 -> (Number) (float) number;
            case INT64 -> (Number) (long) number;
            default -> (Number) number;
        };
    }

    public Tensor negative() {
        return made(array.neg());
    }

    public Tensor power(double exponent) {
        return with(exponent, NDArray::pow);
    }

    public Tensor square() {
        return made(array.square());
    }

    public Tensor squareRoot() {
        return made(array.sqrt());
    }

    public Tensor absolute() {
        return made(array.abs());
    }

    public Tensor exp() {
        return made(array.exp());
    }

    public Tensor log() {
        return made(array.log());
    }

    public Tensor sin() {
        return made(array.sin());
    }

    public Tensor cos() {
        return made(array.cos());
    }

    public Tensor tanh() {
        return made(array.tanh());
    }

    public Tensor sigmoid() {
        return made(more().sigmoid());
    }

    public Tensor relu() {
        return made(more().relu());
    }

    /** x Φ(x) with the exact normal distribution function. */
    public Tensor gelu() {
        return made(more().gelu());
    }

    /** log(1 + eˣ). */
    public Tensor softplus() {
        return made(more().softPlus());
    }

    /** Half to even; its gradient is 0. */
    public Tensor round() {
        return made(array.round());
    }

    /** Its gradient is 0. */
    public Tensor floor() {
        return made(array.floor());
    }

    /** The larger of both, element by element. */
    public Tensor maximum(Tensor other) {
        return made(array.maximum(other.array));
    }

    /** The smaller of both, element by element. */
    public Tensor minimum(Tensor other) {
        return made(array.minimum(other.array));
    }

    /** Cut to [low, high]; the gradient is 0 outside. */
    public Tensor clip(double low, double high) {
        return made(array.clip(scalar(low), scalar(high)));
    }

    /** 1 where the elements are equal, else 0, in this tensor's type; no gradient. */
    public Tensor equalTo(Tensor other) {
        return made(made(array.eq(other.array)).array.toType(array.getDataType(), false));
    }
}
