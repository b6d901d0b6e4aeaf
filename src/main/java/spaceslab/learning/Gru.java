package spaceslab.learning;

import ai.djl.ndarray.NDList;

/**
 * Gated recurrent unit in the usual form with the reset gate behind the matrix (arXiv:1406.1078):
 * [batch, time, in] to all states [batch, time, size], from state 0.
 *
 * <pre>
 * r = σ(W_r x + U_r h + b_r),  z = σ(W_z x + U_z h + b_z)
 * n = tanh(W_n x + b_n + r ∘ (U_n h + c_n)),  h' = (1 − z) ∘ n + z ∘ h
 * </pre>
 */
public final class Gru implements Layer {
    private final Tensor input;
    private final Tensor recurrent;
    private final Tensor inputBias;
    private final Tensor recurrentBias;
    private final int size;

    public Gru(Weights weights, int in, int size) {
        double bound = 1 / Math.sqrt(size);
        input = weights.uniform("input", bound, 3L * size, in);
        recurrent = weights.uniform("recurrent", bound, 3L * size, size);
        inputBias = weights.uniform("inputBias", bound, 3L * size);
        recurrentBias = weights.uniform("recurrentBias", bound, 3L * size);
        this.size = size;
    }

    @Override
    public Tensor apply(Tensor x) {
        Tensor start = Tensor.zeros(x.precision(), 1, x.size(0), size);
        NDList weights =
                new NDList(
                        input.array(), recurrent.array(), inputBias.array(), recurrentBias.array());
        NDList result =
                x.array()
                        .getNDArrayInternal()
                        .gru(x.array(), start.array(), weights, true, 1, 0, true, false, true);
        TensorScope scope = TensorScope.innermost();
        scope.adopt(result.get(1));
        return scope.adopt(result.get(0));
    }
}
