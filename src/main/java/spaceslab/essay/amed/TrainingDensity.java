package spaceslab.essay.amed;

import java.util.List;
import spaceslab.essay.amed.score.FiniteSet;
import spaceslab.essay.amed.score.PlaneDensity;
import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.learning.data.OpticalDigits;

/** What AMED is trained on: mixtures of the plane, and images. */
public enum TrainingDensity {
    RING(2, 8, 1024, 256),
    GRID(2, 9, 1024, 256),
    SPIRAL(2, 24, 1024, 256),
    /** The ideal denoiser of 1,797 handwritten digits of 8×8. */
    OPTICAL_DIGITS(64, 1797, 512, 128);

    private final int dimension;
    private final int components;
    private final int pool;
    private final int judged;

    TrainingDensity(int dimension, int components, int pool, int judged) {
        this.dimension = dimension;
        this.components = components;
        this.pool = pool;
        this.judged = judged;
    }

    /** d. */
    int dimension() {
        return dimension;
    }

    /** K or N. */
    int components() {
        return components;
    }

    /** Trajectories to learn from. */
    int pool() {
        return pool;
    }

    /** Trajectories judged. */
    int judged() {
        return judged;
    }

    boolean isPlane() {
        return dimension == 2;
    }

    /** Places of the components, or the images. */
    double[][] centres() {
        if (isPlane()) {
            return PlaneDensity.valueOf(name()).centres(List.of());
        }
        double[] points = FiniteSet.points(OpticalDigits.all());
        double[][] centres = new double[components][dimension];
        for (int k = 0; k < components; k++) {
            System.arraycopy(points, k * dimension, centres[k], 0, dimension);
        }
        return centres;
    }

    /** s of the components; images have none. */
    double deviation(double chosen) {
        return isPlane() ? chosen : 0;
    }

    /** Its exact denoiser. */
    ScoreModel model(double deviation) {
        return isPlane()
                ? PlaneDensity.valueOf(name()).model(List.of(), new double[0], deviation)
                : FiniteSet.of(OpticalDigits.all());
    }
}
