package spaceslab.essay.nonlinearrnn.training;

/** Which sweep is taken as the model. */
public enum SweepForm {
    /** Diagonal λ with freed P and Q, as the essay ends up with: {@link DecoupledSweeps}. */
    DECOUPLED,
    /** The matrix A in both places, as the essay begins: {@link MatrixSweeps}. */
    MATRIX
}
