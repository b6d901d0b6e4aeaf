package spaceslab.essay.nonlinearrnn.training;

import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of training one GRU twice, by DEER and by back-propagation through time.
 *
 * @param task what is learned
 * @param d states of the GRU
 * @param length of a sequence
 * @param examples in the training set
 * @param batch examples of one step
 * @param epochs passes over the training set; the whole work is limited to 4e11 multiplications
 * @param rate Adam's step size
 * @param tolerance at which Newton's iteration ends
 * @param warmStart whether it starts from the last epoch's trajectories
 * @param order of the scans
 * @param seed of examples, order and first parameters
 */
record TrainingParameters(
        @Parameter("adding") SequenceTask task,
        @Parameter(value = "8", min = "1", max = "16", symbol = "d") int d,
        @Parameter(value = "48", min = "8", max = "512", scale = Parameter.Scale.LOG, symbol = "T")
                int length,
        @Parameter(value = "256", min = "16", max = "4096", scale = Parameter.Scale.LOG)
                int examples,
        @Parameter(value = "32", min = "4", max = "128", scale = Parameter.Scale.LOG) int batch,
        @Parameter(value = "20", min = "1", max = "200", scale = Parameter.Scale.LOG) int epochs,
        @Parameter(value = "0.02", min = "0.0001", max = "0.1", scale = Parameter.Scale.LOG)
                double rate,
        @Parameter(
                        value = "1e-9",
                        min = "1e-13",
                        max = "0.1",
                        scale = Parameter.Scale.LOG,
                        symbol = "\\epsilon")
                double tolerance,
        @Parameter("true") boolean warmStart,
        @Parameter("tree") ScanOrder order,
        @Parameter(value = "1", seed = true) long seed) {
    private static final double MOST_WORK = 4e11;
    private static final double ITERATIONS = 8;

    TrainingParameters {
        ParameterSchema.check(
                TrainingParameters.class,
                task,
                d,
                length,
                examples,
                batch,
                epochs,
                rate,
                tolerance,
                warmStart,
                order,
                seed);
        double perEpoch = work(d, length, examples, order);
        int mostEpochs = (int) Math.min(200, MOST_WORK / perEpoch);
        if (epochs > mostEpochs) {
            throw new InvalidParameters(
                    new Violation(
                            "epochs", Integer.toString(epochs), "range", "1 … " + mostEpochs));
        }
    }

    /** Multiplications of one epoch, about, at eight Newton iterations. */
    private static double work(int d, int length, int examples, ScanOrder order) {
        double cube = (double) d * d * d;
        double square = (double) d * d + 8 * d;
        double step =
                switch (order) {
                    case TREE -> 3 * cube + 12 * square;
                    case STEPWISE -> cube + 10 * square;
                };
        return ITERATIONS * step * length * examples;
    }

    /** Multiplications of the whole run, about. */
    double work() {
        return epochs * work(d, length, examples, order);
    }

    /** Steps of one epoch; the last batch may be smaller. */
    int stepsPerEpoch() {
        return (examples + batch - 1) / batch;
    }
}
