package spaceslab.essay.amed.denoiser;

import java.util.Arrays;
import spaceslab.experiment.Emitter;

/**
 * The weighted loss apart by noise level: the mean of every {@code every} steps over the examples
 * of a band of σ, as points of the series {@code loss.<band>}. A band without examples gives none.
 */
final class LossBands implements DenoiserTraining.Observer {
    private static final double[] BOUNDS = {0.1, 0.3, 1};
    private static final String[] NAMES = {"below", "low", "middle", "above"};

    private final Emitter out;
    private final int every;
    private final double[] sums = new double[NAMES.length];
    private final int[] counts = new int[NAMES.length];

    LossBands(Emitter out, int every) {
        this.out = out;
        this.every = every;
    }

    @Override
    public void taken(int step, double[] sigmas, double[] losses) {
        for (int i = 0; i < sigmas.length; i++) {
            int band = band(sigmas[i]);
            sums[band] += losses[i];
            counts[band]++;
        }
        if (step % every == 0) {
            for (int band = 0; band < NAMES.length; band++) {
                if (counts[band] > 0) {
                    out.point("loss." + NAMES[band], step, sums[band] / counts[band]);
                }
            }
            Arrays.fill(sums, 0);
            Arrays.fill(counts, 0);
        }
    }

    private static int band(double sigma) {
        int band = 0;
        while (band < BOUNDS.length && sigma >= BOUNDS[band]) {
            band++;
        }
        return band;
    }
}
