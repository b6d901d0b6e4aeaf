package spaceslab.essay.nonlinearrnn.training;

import java.util.List;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.OrderedUnits;
import spaceslab.numerics.Quantiles;
import spaceslab.numerics.SeededStreams;

/**
 * One training of one contender on fresh examples: example i of step k comes from stream k·batch +
 * i, so all contenders of a repeat see the same examples in the same order.
 *
 * @param score on the repeat's 256 test examples
 * @param millis mean time of a step
 */
record ContenderTraining(Score score, double millis) {
    private static final int TEST_EXAMPLES = 256;
    private static final int AVERAGED = 10;
    private static final double CLIP = 1;
    private static final OrderedUnits ALONE = new OrderedUnits(1);

    /** Test loss; a training that overflowed counts as infinitely bad. */
    double loss() {
        return Double.isNaN(score.loss()) ? Double.POSITIVE_INFINITY : score.loss();
    }

    /** Test losses of several. */
    static Quantiles losses(List<ContenderTraining> trainings) {
        return Quantiles.of(trainings.stream().mapToDouble(ContenderTraining::loss).toArray());
    }

    /**
     * Trains on one thread.
     *
     * @param series that takes the training loss, averaged over ten steps; empty for none
     */
    static ContenderTraining of(
            SequenceModel model,
            SweepsParameters parameters,
            int repeat,
            String series,
            Emitter out,
            StopSignal stop) {
        SeededStreams streams = new SeededStreams(parameters.seed()).child(repeat);
        SeededStreams examples = streams.child(1);
        double[] weights = model.initial(streams.child(0));
        Adam adam = new Adam(model.size(), parameters.rate(), CLIP);
        Sequence[] batch = new Sequence[parameters.batch()];
        double sum = 0;
        int summed = 0;
        long start = System.nanoTime();
        for (int k = 0; k < parameters.steps(); k++) {
            for (int i = 0; i < batch.length; i++) {
                long example = (long) k * batch.length + i;
                batch[i] = parameters.task().draw(i, parameters.length(), examples.stream(example));
            }
            BatchGradient gradient = BatchGradient.of(model, weights, batch, ALONE, stop);
            adam.step(weights, gradient.gradient());
            sum += gradient.loss();
            summed++;
            if (summed == AVERAGED || k == parameters.steps() - 1) {
                if (!series.isEmpty()) {
                    out.point(series, k + 1, sum / summed);
                }
                sum = 0;
                summed = 0;
            }
        }
        double millis = 1e-6 * (System.nanoTime() - start) / parameters.steps();
        Sequence[] test =
                new DataSet(parameters.task(), parameters.length(), TEST_EXAMPLES, streams.child(2))
                        .all();
        return new ContenderTraining(
                BatchGradient.score(model, weights, test, ALONE, stop), millis);
    }
}
