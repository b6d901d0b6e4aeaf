package spaceslab.essay.amed.solver;

/**
 * DPM-Solver++(kM) on data and DPM-Solver(kM) on noise (C. Lu et al., arXiv:2211.01095). With λ =
 * −ln t, h = λ_b − λ_a, z = −h on data and h on noise, f = 1 on data and b on noise, g = b/a on
 * data and 1 on noise, r_0 = (λ_a − λ_{−1})/h, r_1 = (λ_{−1} − λ_{−2})/h:
 *
 * <pre>
 * φ_1 = e^z − 1     φ_2 = φ_1/z − 1     φ_3 = φ_2/z − 1/2
 * D1_0 = (m_0 − m_1)/r_0     D1_1 = (m_1 − m_2)/r_1
 * D1 = D1_0 + r_0/(r_0 + r_1) (D1_0 − D1_1)     D2 = (D1_0 − D1_1)/(r_0 + r_1)
 * 1M: x_b = g x_a − f φ_1 m_0     2M: − f φ_1/2 D1_0 more     3M: − f (φ_2 D1 + φ_3 D2) more
 * </pre>
 *
 * <p>1M on data is Euler's step exactly. 3M is what the authors' code computes ({@code
 * multistep_dpm_solver_third_update} of {@code dpm_solver_pytorch.py}, read at commit
 * 8acf2bb9419165fec8b3ffd01621aa735be5dee3): there D2 is a divided difference, half of the h² D″
 * that φ_3 belongs to, so that 3M converges with order 2; their one-step method has the factor 2.
 *
 * @param order k, 1 to 3
 * @param predictsData D (++) or v
 * @param lowersFinalOrder whether the last steps have order 2 and 1
 */
public record DpmSolverMultistep(int order, boolean predictsData, boolean lowersFinalOrder)
        implements MultistepFormula {
    public DpmSolverMultistep {
        if (order < 1 || order > 3) {
            throw new IllegalArgumentException("order (" + order + ") must be 1 to 3");
        }
    }

    @Override
    public LinearStep step(double[] stamps, double to) {
        double h = Math.log(stamps[0] / to);
        double z = predictsData ? -h : h;
        double phi1 = Math.expm1(z);
        double phi2 = phi1 / z - 1;
        double phi3 = phi2 / z - 0.5;
        double factor = predictsData ? -1 : -to;
        double[] weights = new double[stamps.length];
        weights[0] = factor * phi1;
        if (stamps.length == 2) {
            addFirst(weights, 0, factor * phi1 / 2, ratio(stamps, 0, h));
        } else if (stamps.length == 3) {
            double r0 = ratio(stamps, 0, h);
            double r1 = ratio(stamps, 1, h);
            double first = factor * phi2;
            double second = factor * phi3;
            double newer = first * (1 + r0 / (r0 + r1)) + second / (r0 + r1);
            double older = -first * r0 / (r0 + r1) - second / (r0 + r1);
            addFirst(weights, 0, newer, r0);
            addFirst(weights, 1, older, r1);
        }
        return new LinearStep(predictsData ? to / stamps[0] : 1, weights);
    }

    private static double ratio(double[] stamps, int newer, double h) {
        return Math.log(stamps[newer + 1] / stamps[newer]) / h;
    }

    /** Adds factor · (m_j − m_{j+1})/r. */
    private static void addFirst(double[] weights, int j, double factor, double r) {
        weights[j] += factor / r;
        weights[j + 1] -= factor / r;
    }
}
