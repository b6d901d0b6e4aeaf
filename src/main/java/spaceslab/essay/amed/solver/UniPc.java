package spaceslab.essay.amed.solver;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * UniPC-k on data (W. Zhao et al., arXiv:2302.04867): the predictor of DPM-Solver++'s kind, then a
 * corrector that uses the next step's evaluation, so that NFE = N; the last step is not corrected.
 * With λ = −ln t, h = λ_b − λ_a, r_i = (λ_{−i} − λ_a)/h, r_k = 1, D_i = (m_i − m_0)/r_i:
 *
 * <pre>
 * x_b = (b/a) x_a − (e^{−h} − 1) m_0 − B Σ_{i&lt;k} ρ_i D_i  [ − B ρ_k (m_b − m_0) corrected ]
 * Σ_i ρ_i r_i^{j−1} = φ_{j+1}(−h) j!/B,  j = 1 … k (k − 1 for the predictor)
 * </pre>
 *
 * <p>As in the authors' code ρ is 1/2 where only one unknown is left.
 *
 * @param order k, 1 to 3
 * @param variant what B is
 * @param lowersFinalOrder whether the last steps have order 2 and 1
 */
public record UniPc(int order, Variant variant, boolean lowersFinalOrder) implements Solver {
    /** B(h). */
    public enum Variant {
        /** B = −h. */
        BH1,
        /** B = e^{−h} − 1. */
        BH2
    }

    public UniPc {
        if (order < 1 || order > 3) {
            throw new IllegalArgumentException("order (" + order + ") must be 1 to 3");
        }
    }

    @Override
    public int evaluationsPerStep() {
        return 1;
    }

    @Override
    public Stepper begin(Evaluations model, double[] stamps) {
        return new Sampling(model, stamps);
    }

    int orderAt(int n, int steps) {
        int rising = Math.min(order, n + 1);
        return lowersFinalOrder ? Math.min(rising, steps - n) : rising;
    }

    /** The corrected x of a step needs the next step's evaluation, so it is made there. */
    private final class Sampling implements Stepper {
        private final Evaluations model;
        private final double[] stamps;
        private final History history = new History(order + 1);
        private double[] before = new double[0];

        Sampling(Evaluations model, double[] stamps) {
            this.model = model;
            this.stamps = stamps;
        }

        @Override
        public void step(int n, double[] x) {
            history.add(model.denoised(x, stamps[n]), stamps[n]);
            int steps = stamps.length - 1;
            if (n > 0) {
                System.arraycopy(before, 0, x, 0, x.length);
                double[] used = tail(history.stamps(orderAt(n - 1, steps) + 1));
                corrector(used, stamps[n]).apply(x, history.outputs());
            }
            before = x.clone();
            double[] used = history.stamps(orderAt(n, steps));
            predictor(used, stamps[n + 1]).apply(x, history.outputs());
        }
    }

    private static double[] tail(double[] stamps) {
        double[] tail = new double[stamps.length - 1];
        System.arraycopy(stamps, 1, tail, 0, tail.length);
        return tail;
    }

    /** On m_0, m_1, …. */
    private LinearStep predictor(double[] stamps, double to) {
        int k = stamps.length;
        double h = Math.log(stamps[0] / to);
        double[] ratios = ratios(stamps, h);
        double[] rho = k == 2 ? new double[] {0.5} : solved(ratios, k - 1, h);
        double[] weights = new double[k];
        weights[0] = -Math.expm1(-h);
        for (int i = 1; i < k; i++) {
            double weight = -scale(h) * rho[i - 1] / ratios[i - 1];
            weights[i] += weight;
            weights[0] -= weight;
        }
        return new LinearStep(to / stamps[0], weights);
    }

    /** On m_b, m_0, m_1, …. */
    private LinearStep corrector(double[] stamps, double to) {
        int k = stamps.length;
        double h = Math.log(stamps[0] / to);
        double[] ratios = ratios(stamps, h);
        double[] rho = k == 1 ? new double[] {0.5} : solved(ratios, k, h);
        double[] weights = new double[k + 1];
        weights[1] = -Math.expm1(-h);
        for (int i = 1; i <= k; i++) {
            double weight = -scale(h) * rho[i - 1] / ratios[i - 1];
            weights[i == k ? 0 : i + 1] += weight;
            weights[1] -= weight;
        }
        return new LinearStep(to / stamps[0], weights);
    }

    private double scale(double h) {
        return switch (variant) {
            case BH1 -> -h;
            case BH2 -> Math.expm1(-h);
        };
    }

    /** r_1 … r_{k−1}, and r_k = 1. */
    private static double[] ratios(double[] stamps, double h) {
        double[] ratios = new double[stamps.length];
        for (int i = 1; i < stamps.length; i++) {
            ratios[i - 1] = -Math.log(stamps[i] / stamps[0]) / h;
        }
        ratios[stamps.length - 1] = 1;
        return ratios;
    }

    /** ρ from the first {@code unknowns} conditions. */
    private double[] solved(double[] ratios, int unknowns, double h) {
        if (unknowns == 0) {
            return new double[0];
        }
        DMatrixRMaj powers = new DMatrixRMaj(unknowns, unknowns);
        DMatrixRMaj right = new DMatrixRMaj(unknowns, 1);
        double phi = Math.expm1(-h) / -h - 1;
        double factorial = 1;
        for (int j = 1; j <= unknowns; j++) {
            for (int i = 0; i < unknowns; i++) {
                powers.set(j - 1, i, Math.pow(ratios[i], j - 1));
            }
            right.set(j - 1, 0, phi * factorial / scale(h));
            factorial *= j + 1;
            phi = phi / -h - 1 / factorial;
        }
        DMatrixRMaj rho = new DMatrixRMaj(unknowns, 1);
        if (!CommonOps_DDRM.solve(powers, right, rho)) {
            throw new IllegalStateException("stamps coincide");
        }
        return rho.getData().clone();
    }
}
