package spaceslab.essay.amed.score;

/**
 * N(μ, Σ) with Σ = U diag(λ) Uᵀ: {@code D(x; t) = μ + U diag(λ/(λ + t²)) Uᵀ (x − μ)}, and the flow
 * is {@code x(t) = μ + U diag(√((λ + t²)/(λ + T²))) Uᵀ (x_T − μ)} exactly. O(d²) a row, O(d) where
 * U is the identity.
 */
public final class Gaussian implements ScoreModel {
    private final double[] mean;
    private final double[] variances;
    private final double[][] axes;

    /**
     * @param mean μ, d numbers
     * @param variances λ, d numbers of at least 0
     * @param axes the columns of U, orthonormal, one array each; none where U is the identity
     */
    public Gaussian(double[] mean, double[] variances, double[]... axes) {
        int d = mean.length;
        if (variances.length != d || (axes.length != 0 && axes.length != d)) {
            throw new IllegalArgumentException(
                    d + " means, " + variances.length + " variances, " + axes.length + " axes");
        }
        for (double variance : variances) {
            if (!(variance >= 0)) {
                throw new IllegalArgumentException(
                        "variance (" + variance + ") must not be negative");
            }
        }
        this.mean = mean.clone();
        this.variances = variances.clone();
        this.axes = new double[axes.length][];
        for (int i = 0; i < axes.length; i++) {
            this.axes[i] = axes[i].clone();
        }
    }

    /** In the plane, with its first axis turned by {@code angle} (radians). */
    public static Gaussian turned(double[] mean, double[] variances, double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new Gaussian(mean, variances, new double[] {c, s}, new double[] {-s, c});
    }

    @Override
    public int dimension() {
        return mean.length;
    }

    @Override
    public void denoise(double[] x, double t, double[] denoised) {
        double[] factors = new double[variances.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = variances[i] / (variances[i] + t * t);
        }
        stretch(x, factors, denoised);
    }

    @Override
    public ProbabilityFlow flow() {
        return (x, from, stamps, stop) -> {
            double[][] rows = new double[stamps.length][x.length];
            double[] factors = new double[variances.length];
            for (int n = 0; n < stamps.length; n++) {
                stop.check();
                double t = stamps[n];
                for (int i = 0; i < factors.length; i++) {
                    factors[i] = Math.sqrt((variances[i] + t * t) / (variances[i] + from * from));
                }
                stretch(x, factors, rows[n]);
            }
            return rows;
        };
    }

    /** y = μ + U diag(factors) Uᵀ (x − μ). */
    private void stretch(double[] x, double[] factors, double[] y) {
        int d = mean.length;
        double[] away = new double[d];
        for (int row = 0; row < x.length; row += d) {
            for (int i = 0; i < d; i++) {
                away[i] = x[row + i] - mean[i];
                y[row + i] = mean[i] + (axes.length == 0 ? factors[i] * away[i] : 0);
            }
            for (int k = 0; k < axes.length; k++) {
                double along = 0;
                for (int i = 0; i < d; i++) {
                    along += axes[k][i] * away[i];
                }
                for (int i = 0; i < d; i++) {
                    y[row + i] += factors[k] * along * axes[k][i];
                }
            }
        }
    }
}
