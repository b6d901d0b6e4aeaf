package spaceslab.essay.nonlinearrnn;

import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/** The trajectory that the first sweep reads. */
enum Guess {
    /** x_t = 0. */
    ZEROS,
    /** x_t = f(x_0, u_t). */
    ONE_STEP,
    /** Normal noise of deviation ½. */
    NOISE,
    /** The true trajectory of the same network before its weights last moved: a last epoch's. */
    WARM;

    private static final double DEVIATION = 0.5;

    /**
     * @param problem to solve
     * @param twin a second, equal problem whose weights may be changed
     * @param shift relative change of each weight, times a normal draw
     */
    double[] trajectory(
            RecurrentProblem problem, RecurrentProblem twin, double shift, SeededStreams streams) {
        return switch (this) {
            case ZEROS -> problem.zeros();
            case ONE_STEP -> problem.oneStep();
            case NOISE -> {
                double[] states = problem.zeros();
                RandomStream random = streams.stream(0);
                for (int i = problem.start().length; i < states.length; i++) {
                    states[i] = DEVIATION * random.nextGaussian();
                }
                yield states;
            }
            case WARM -> {
                double[] theta = twin.cell().parameters();
                RandomStream random = streams.stream(1);
                for (int k = 0; k < theta.length; k++) {
                    theta[k] *= 1 + shift * random.nextGaussian();
                }
                yield twin.sequential();
            }
        };
    }
}
