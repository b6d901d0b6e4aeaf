package spaceslab.essay.nonlinearrnn;

import java.util.Optional;
import spaceslab.numerics.ComplexEigen;

/**
 * What methods need beside the problem.
 *
 * @param damping k of scale-ELK: 0 is Newton, 1 Jacobi
 * @param noise σ² of ELK
 * @param diagonalScale Λ of the decoupled form is this multiple of the eigenvalues of A
 * @param precision of stored numbers (the eigenbasis forms always use float64)
 */
record SweepSettings(double damping, double noise, double diagonalScale, Precision precision) {
    static final SweepSettings PLAIN = new SweepSettings(0.2, 1e8, 0.5, Precision.FLOAT64);

    /** The method's sweep; empty where it needs an eigenbasis and A has none. */
    Optional<Sweep> sweep(RecurrentProblem problem, Method method) {
        return switch (method) {
            case JACOBI, PICARD, FIXED_A, EXPAND_INPUT, NEWTON, QUASI, SCALE_ELK ->
                    Optional.of(new AffineSweep(problem, method, damping, precision));
            case ELK -> Optional.of(new KalmanSweep(problem, noise, precision));
            case QUASI_ELK -> Optional.of(new ScalarKalmanSweep(problem, noise, precision));
            case DIAGONALISED -> eigenbasis(problem, 1);
            case DECOUPLED -> eigenbasis(problem, diagonalScale);
        };
    }

    private static Optional<Sweep> eigenbasis(RecurrentProblem problem, double scale) {
        return ComplexEigen.of(problem.cell().stateSize(), problem.cell().constantMatrix())
                .map(basis -> {
                    double[] lambda = basis.values();
                    for (int k = 0; k < lambda.length; k++) {
                        lambda[k] *= scale;
                    }
                    return new EigenbasisSweep(problem, basis, lambda);
                });
    }
}
