package spaceslab.numerics;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * The finite-time largest Lyapunov exponent λ = (1/T) log ‖J_T … J_1‖₂ of a product of Jacobians:
 * how fast small differences of the state grow (λ &gt; 0) or die out (λ &lt; 0). The product is
 * rescaled at every step, so neither overflows nor underflows; T d³ multiplications.
 */
public final class LyapunovExponent {
    private static final MatrixKernel KERNEL = MatrixKernel.fastest();

    private final int d;
    private double[] product;
    private double[] next;
    private double logScale;
    private long steps;

    /** The empty product. */
    public LyapunovExponent(int d) {
        this.d = d;
        product = new double[d * d];
        next = new double[d * d];
        for (int i = 0; i < d; i++) {
            product[i * d + i] = 1;
        }
    }

    /** Multiplies the next Jacobian from the left. */
    public void add(double[] jacobians, int offset) {
        KERNEL.multiply(d, jacobians, offset, product, 0, next, 0);
        double largest = 0;
        for (double entry : next) {
            largest = Math.max(largest, Math.abs(entry));
        }
        if (largest > 0) {
            for (int i = 0; i < next.length; i++) {
                next[i] /= largest;
            }
        }
        logScale += Math.log(largest);
        double[] swap = product;
        product = next;
        next = swap;
        steps++;
    }

    /** The exponent so far; −∞ once the product has vanished. */
    public double value() {
        if (steps == 0 || Double.isInfinite(logScale) || Double.isNaN(logScale)) {
            return steps == 0 ? 0 : logScale;
        }
        double norm = NormOps_DDRM.normP2(DMatrixRMaj.wrap(d, d, product.clone()));
        return (logScale + Math.log(norm)) / steps;
    }
}
