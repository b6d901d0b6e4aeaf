package spaceslab.essay.nonlinearrnn.training;

import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * Where true RNN, sweeps and stack start alike: eigenvalues λ uniform in (−ρ, ρ) and a random
 * orthogonal matrix M of eigenvectors, so A = M Λ Mᵀ is the RNN's matrix and P = Mᵀ, Q = M Λ the
 * essay's two freed matrices with P Q = Λ Mᵀ M = Λ only at the start.
 *
 * @param lambda eigenvalues, length d
 * @param vectors M, d × d row-major, one eigenvector a column
 */
record FreedStart(double[] lambda, double[] vectors) {
    static final long EIGENVALUES = 0;
    static final long EIGENVECTORS = 1;
    static final long INPUT = 2;
    static final long READ_OUT = 3;
    static final long LAYERS = 16;

    /** For d states and the radius ρ below 1. */
    static FreedStart of(int d, double radius, SeededStreams streams) {
        double[] lambda = new double[d];
        RandomStream random = streams.stream(EIGENVALUES);
        for (int i = 0; i < d; i++) {
            lambda[i] = radius * (2 * random.nextDouble() - 1);
        }
        return new FreedStart(lambda, orthogonal(d, streams.stream(EIGENVECTORS)));
    }

    /** Row by row: normal draws, made orthogonal to the rows before, then normalised. */
    private static double[] orthogonal(int d, RandomStream random) {
        double[] m = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                m[i * d + j] = random.nextGaussian();
            }
            for (int repeat = 0; repeat < 2; repeat++) {
                for (int k = 0; k < i; k++) {
                    double dot = 0;
                    for (int j = 0; j < d; j++) {
                        dot += m[i * d + j] * m[k * d + j];
                    }
                    for (int j = 0; j < d; j++) {
                        m[i * d + j] -= dot * m[k * d + j];
                    }
                }
            }
            double square = 0;
            for (int j = 0; j < d; j++) {
                square += m[i * d + j] * m[i * d + j];
            }
            for (int j = 0; j < d; j++) {
                m[i * d + j] /= Math.sqrt(square);
            }
        }
        return m;
    }

    /** P = Mᵀ, row-major. */
    double[] p() {
        int d = lambda.length;
        double[] p = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                p[i * d + j] = vectors[j * d + i];
            }
        }
        return p;
    }

    /** Q = M Λ, row-major. */
    double[] q() {
        int d = lambda.length;
        double[] q = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                q[i * d + j] = vectors[i * d + j] * lambda[j];
            }
        }
        return q;
    }

    /** A = M Λ Mᵀ, row-major. */
    double[] a() {
        int d = lambda.length;
        double[] a = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (int k = 0; k < d; k++) {
                    a[i * d + j] += vectors[i * d + k] * lambda[k] * vectors[j * d + k];
                }
            }
        }
        return a;
    }
}
