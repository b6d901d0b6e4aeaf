package spaceslab.essay.nonlinearrnn.training;

import java.util.Arrays;
import java.util.List;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.OrderedUnits;

/**
 * Mean loss and gradient over a batch. Groups of four examples are units of work with a gradient of
 * their own, added in order, so the sums are the same for any number of threads.
 *
 * @param loss mean over the batch
 * @param gradient of that mean
 * @param iterations Newton iterations of each example, in order
 */
record BatchGradient(double loss, double[] gradient, int[] iterations) {
    private static final int GROUP = 4;

    static BatchGradient of(
            SequenceModel model,
            double[] parameters,
            Sequence[] batch,
            OrderedUnits units,
            StopSignal stop) {
        int[] iterations = new int[batch.length];
        List<BatchGradient> parts =
                units.map(
                        0,
                        groups(batch),
                        () -> {
                            SequenceModel.Pass pass = model.pass();
                            return group -> {
                                double[] gradient = new double[model.size()];
                                double loss = 0;
                                for (int i = GROUP * group; i < end(batch, group); i++) {
                                    stop.check();
                                    loss += pass.addGradient(parameters, batch[i], gradient);
                                    iterations[i] = pass.iterations();
                                }
                                return new BatchGradient(loss, gradient, iterations);
                            };
                        });
        double loss = 0;
        double[] gradient = new double[model.size()];
        for (BatchGradient part : parts) {
            loss += part.loss;
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += part.gradient[i];
            }
        }
        int count = batch.length;
        return new BatchGradient(
                loss / count, Arrays.stream(gradient).map(g -> g / count).toArray(), iterations);
    }

    /** Mean score over examples, in the same fixed order. */
    static Score score(
            SequenceModel model,
            double[] parameters,
            Sequence[] batch,
            OrderedUnits units,
            StopSignal stop) {
        List<Score> parts =
                units.map(
                        0,
                        groups(batch),
                        () -> {
                            SequenceModel.Pass pass = model.pass();
                            return group -> {
                                double loss = 0;
                                double right = 0;
                                for (int i = GROUP * group; i < end(batch, group); i++) {
                                    stop.check();
                                    Score score = pass.score(parameters, batch[i]);
                                    loss += score.loss();
                                    right += score.right();
                                }
                                return new Score(loss, right);
                            };
                        });
        double loss = 0;
        double right = 0;
        for (Score part : parts) {
            loss += part.loss();
            right += part.right();
        }
        return new Score(loss / batch.length, right / batch.length);
    }

    /** Newton iterations of the mean example. */
    double meanIterations() {
        return Arrays.stream(iterations).average().orElse(0);
    }

    private static int groups(Sequence[] batch) {
        return (batch.length + GROUP - 1) / GROUP;
    }

    private static int end(Sequence[] batch, int group) {
        return Math.min(batch.length, GROUP * (group + 1));
    }
}
