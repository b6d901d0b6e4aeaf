package spaceslab.essay.amed.solver;

import java.util.List;

/**
 * A step that is linear in what the model said: {@code x_b = g x_a + Σ_j w_j m_j}, m_0 the newest
 * output, m_1 the one before it.
 *
 * @param gain g
 * @param weights w
 */
record LinearStep(double gain, double[] weights) {
    /** Applies it in place. */
    void apply(double[] x, List<double[]> newestFirst) {
        for (int i = 0; i < x.length; i++) {
            double sum = gain * x[i];
            for (int j = 0; j < weights.length; j++) {
                sum += weights[j] * newestFirst.get(j)[i];
            }
            x[i] = sum;
        }
    }
}
