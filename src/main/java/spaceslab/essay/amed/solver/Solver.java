package spaceslab.essay.amed.solver;

/** A rule that carries a batch from stamp to stamp. Immutable; a sampling keeps its own history. */
public interface Solver {
    /** Begins a sampling along these stamps. */
    Stepper begin(Evaluations model, double[] stamps);

    /** Evaluations of a step. */
    int evaluationsPerStep();

    /** One sampling under way. Steps are taken in order. */
    @FunctionalInterface
    interface Stepper {
        /** Replaces x at stamp n by x at stamp n + 1. */
        void step(int n, double[] x);
    }
}
