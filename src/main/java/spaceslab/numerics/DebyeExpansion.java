package spaceslab.numerics;

/**
 * The polynomials U_k of Debye's uniform expansion {@code I_ν(νz) ~ e^{νη} (2πν)^{−1/2}
 * (1+z²)^{−1/4} Σ_k U_k(p)/ν^k}, {@code p = (1+z²)^{−1/2}}: U_0 = 1, {@code U_{k+1}(p) = ½p²(1−p²)
 * U_k'(p) + ⅛ ∫_0^p (1−5t²) U_k(t) dt} (DLMF 10.41.9). U_k = p^k times a polynomial of degree k in
 * p², which is what is stored.
 */
final class DebyeExpansion {
    static final int TERMS = 13;
    private static final double[][] COEFFICIENTS = coefficients();

    private DebyeExpansion() {}

    private static double[][] coefficients() {
        double[][] inSquares = new double[TERMS][];
        double[] u = {1};
        for (int k = 0; k < TERMS; k++) {
            inSquares[k] = new double[k + 1];
            for (int j = 0; j <= k; j++) {
                inSquares[k][j] = u[k + 2 * j];
            }
            double[] next = new double[u.length + 3];
            for (int i = 0; i < u.length; i++) {
                next[i + 1] += i * u[i] / 2 + u[i] / (8.0 * (i + 1));
                next[i + 3] -= i * u[i] / 2 + 5 * u[i] / (8.0 * (i + 3));
            }
            u = next;
        }
        return inSquares;
    }

    /**
     * Into {@code sums}: S = Σ_{k≥1} U_k(p)/ν^k and p·dS/dp; the terms shrink like Γ(k)/(2ν)^k, so
     * that the error is under 1e-13 for ν ≥ 24.
     */
    static void sums(double nu, double p, double[] sums) {
        double square = p * p;
        double scale = 1;
        double sum = 0;
        double slope = 0;
        for (int k = 1; k < TERMS; k++) {
            scale *= p / nu;
            double[] c = COEFFICIENTS[k];
            double value = 0;
            double derivative = 0;
            for (int j = k; j >= 0; j--) {
                value = value * square + c[j];
                derivative = derivative * square + (k + 2 * j) * c[j];
            }
            sum += scale * value;
            slope += scale * derivative;
        }
        sums[0] = sum;
        sums[1] = slope;
    }
}
