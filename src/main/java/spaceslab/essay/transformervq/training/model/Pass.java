package spaceslab.essay.transformervq.training.model;

import java.util.ArrayList;
import java.util.List;
import spaceslab.learning.Tensor;

/** One way of a batch through the units: what they leave beside their output, unit by unit. */
public final class Pass {
    private final boolean learning;
    private final List<Tensor> losses = new ArrayList<>();
    private final List<Tensor> codes = new ArrayList<>();
    private final List<Tensor> keys = new ArrayList<>();

    private Pass(boolean learning) {
        this.learning = learning;
    }

    /** From which quantisers learn, see {@link AttentionUnit#afterStep}. */
    public static Pass training() {
        return new Pass(true);
    }

    /** That changes nothing. */
    public static Pass evaluation() {
        return new Pass(false);
    }

    boolean isLearning() {
        return learning;
    }

    void add(Tensor exact, CodedKeys coded) {
        keys.add(exact);
        losses.add(coded.loss());
        codes.add(coded.codes());
    }

    /** Sum of the quantisers' losses, 0-d. */
    public Tensor loss() {
        return losses.stream().reduce(Tensor::plus).orElseThrow();
    }

    /** A unit's codes [batch, time], empty where it does not quantise. */
    public int[] codes(int unit) {
        return codes.get(unit).toInts();
    }

    /** A unit's keys before they were quantised, one a row. */
    public double[][] keys(int unit) {
        Tensor of = keys.get(unit);
        int dimension = Math.toIntExact(of.size(-1));
        double[] flat = of.toDoubles();
        double[][] rows = new double[flat.length / dimension][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = java.util.Arrays.copyOfRange(flat, i * dimension, (i + 1) * dimension);
        }
        return rows;
    }
}
