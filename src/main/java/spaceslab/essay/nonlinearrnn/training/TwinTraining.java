package spaceslab.essay.nonlinearrnn.training;

import java.util.Arrays;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.OrderedUnits;
import spaceslab.numerics.SeededStreams;

/**
 * One run of the two trainings. Step k of both takes the same batch; each arm keeps its own
 * parameters and moments, so nothing pulls the curves together but equal gradients. Once an epoch
 * the gradient of DEER is compared with that of back-propagation at the same parameters, and the
 * iterations of a cold start are counted beside those of a warm one.
 */
final class TwinTraining {
    private static final int TEST_EXAMPLES = 256;
    private static final int EMIT_EVERY = 8;
    private static final double CLIP = 1;
    private final GatedModels models;
    private final TrainingParameters parameters;
    private final OrderedUnits units;
    private final Emitter out;
    private final StopSignal stop;
    private final Arm bptt;
    private final Arm deer;
    private final SequenceModel coldDeer;
    private final DataSet train;
    private final Sequence[] test;
    private double largestDifference;
    private double largestGradientDifference;
    private int skipped;

    TwinTraining(
            GatedModels models,
            TrainingParameters parameters,
            OrderedUnits units,
            Emitter out,
            StopSignal stop) {
        this.models = models;
        this.parameters = parameters;
        this.units = units;
        this.out = out;
        this.stop = stop;
        SequenceTask task = parameters.task();
        int remembered = parameters.warmStart() ? parameters.examples() : 0;
        SeededStreams streams = new SeededStreams(parameters.seed());
        SeededStreams initial = streams.child(0);
        bptt = new Arm(models.backPropagation(task, parameters.d()), initial);
        deer = new Arm(models.deer(task, parameters.d(), settings(remembered)), initial);
        coldDeer = models.deer(task, parameters.d(), settings(0));
        train = new DataSet(task, parameters.length(), parameters.examples(), streams.child(1));
        test = new DataSet(task, parameters.length(), TEST_EXAMPLES, streams.child(2)).all();
    }

    private DeerSettings settings(int remembered) {
        return new DeerSettings(parameters.tolerance(), parameters.order(), remembered);
    }

    /** A model under training. */
    private final class Arm {
        private final SequenceModel model;
        private final double[] weights;
        private final Adam adam;
        private double loss;
        private double nanos;

        Arm(SequenceModel model, SeededStreams initial) {
            this.model = model;
            weights = model.initial(initial);
            adam = new Adam(model.size(), parameters.rate(), CLIP);
        }

        BatchGradient step(Sequence[] batch) {
            long start = System.nanoTime();
            BatchGradient gradient = BatchGradient.of(model, weights, batch, units, stop);
            if (!adam.step(weights, gradient.gradient())) {
                skipped++;
            }
            nanos += System.nanoTime() - start;
            loss += gradient.loss();
            return gradient;
        }

        double meanLoss() {
            return loss / parameters.stepsPerEpoch();
        }

        double meanMillis() {
            return 1e-6 * nanos / parameters.stepsPerEpoch();
        }
    }

    void run() {
        out.value("differenceBound", TrainingExperiment.differenceBound(parameters));
        test(0);
        for (int epoch = 0; epoch < parameters.epochs(); epoch++) {
            double iterations = epoch(epoch);
            double testDeer = test(epoch + 1);
            out.row(
                    "epochs",
                    epoch + 1,
                    bptt.meanLoss(),
                    deer.meanLoss(),
                    testDeer,
                    iterations,
                    bptt.meanMillis(),
                    deer.meanMillis());
            out.value(epoch == 0 ? "iterationsFirst" : "iterationsLast", iterations);
            if (epoch == 0) {
                out.value("iterationsLast", iterations);
            }
            costs(iterations);
            out.progress("epochs", epoch + 1, parameters.epochs());
        }
    }

    /** One epoch of both arms; returns the mean number of Newton iterations. */
    private double epoch(int epoch) {
        for (Arm arm : new Arm[] {bptt, deer}) {
            arm.loss = 0;
            arm.nanos = 0;
        }
        int steps = parameters.stepsPerEpoch();
        Sequence[] order = train.epoch(epoch);
        StepRecord record = new StepRecord(EMIT_EVERY);
        double sum = 0;
        for (int k = 0; k < steps; k++) {
            Sequence[] batch =
                    Arrays.copyOfRange(
                            order,
                            k * parameters.batch(),
                            Math.min(order.length, (k + 1) * parameters.batch()));
            int number = epoch * steps + k + 1;
            if (k == 0) {
                probe(batch, number);
            }
            BatchGradient reference = bptt.step(batch);
            BatchGradient parallel = deer.step(batch);
            sum += parallel.meanIterations();
            largestDifference =
                    Math.max(largestDifference, Math.abs(reference.loss() - parallel.loss()));
            record.add(number, reference, parallel);
            if (record.full() || k == steps - 1) {
                record.emit(out);
                out.value("largestDifference", largestDifference);
            }
        }
        return sum / steps;
    }

    /** Gradients of both ways, and a cold start, at the parameters of the DEER arm. */
    private void probe(Sequence[] batch, int number) {
        BatchGradient cold = BatchGradient.of(coldDeer, deer.weights, batch, units, stop);
        BatchGradient exact = BatchGradient.of(bptt.model, deer.weights, batch, units, stop);
        double square = 0;
        double error = 0;
        for (int i = 0; i < exact.gradient().length; i++) {
            square += exact.gradient()[i] * exact.gradient()[i];
            error += Math.pow(exact.gradient()[i] - cold.gradient()[i], 2);
        }
        largestGradientDifference =
                Math.max(largestGradientDifference, Math.sqrt(error / Math.max(square, 1e-300)));
        out.value("largestGradientDifference", largestGradientDifference);
        out.point("iterationsCold", number, cold.meanIterations());
        out.value("iterationsLastCold", cold.meanIterations());
    }

    /** Test losses after {@code epochs} epochs; returns that of the DEER arm. */
    private double test(int epochs) {
        int step = epochs * parameters.stepsPerEpoch();
        Score parallel = BatchGradient.score(deer.model, deer.weights, test, units, stop);
        Score reference = BatchGradient.score(bptt.model, bptt.weights, test, units, stop);
        out.point("testDeer", step, parallel.loss());
        out.point("testBptt", step, reference.loss());
        out.value("testLossDeer", parallel.loss());
        out.value("testLossBptt", reference.loss());
        out.value("rightDeer", parallel.right());
        return parallel.loss();
    }

    private void costs(double iterations) {
        SequenceTask task = parameters.task();
        int length = parameters.length();
        PassCost sequential = models.backPropagationCost(task, parameters.d(), length);
        PassCost parallel = models.deerCost(task, parameters.d(), length, iterations, settings(0));
        out.value("depthBptt", sequential.depth());
        out.value("depthDeer", parallel.depth());
        out.value("multiplicationsBptt", sequential.multiplications());
        out.value("multiplicationsDeer", parallel.multiplications());
        out.value("stepTimeBptt", bptt.meanMillis());
        out.value("stepTimeDeer", deer.meanMillis());
        out.value("skippedSteps", skipped);
    }
}
