package spaceslab.essay.transformervq.training;

import spaceslab.essay.transformervq.training.model.Pass;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Adam;
import spaceslab.learning.AlternatingEmission;
import spaceslab.learning.Diverged;
import spaceslab.learning.LearningRate;
import spaceslab.learning.Precision;
import spaceslab.learning.TensorScope;
import spaceslab.learning.Training;
import spaceslab.learning.Weights;
import spaceslab.numerics.SeededStreams;
import spaceslab.numerics.quantisation.CodeUsage;

/** One arm learns the recall task, in an open root scope. */
final class RecallArm {
    /** Sequences that no arm trains on. */
    static final int TEST = 64;

    private static final int LOOKS = 20;
    private static final int WARM_UP = 20;

    /**
     * How an arm answers.
     *
     * @param near share of right answers in the block after the last store
     * @param far share of right answers later, whose window holds no store
     * @param codes of the stores' keys, empty where they are exact
     */
    private record Look(double near, double far, int[] codes) {}

    /**
     * How an arm ended.
     *
     * @param near share of right answers whose window reaches stores
     * @param far share of right answers whose window holds none
     * @param used codes that stores' keys have
     * @param perplexity of these codes
     * @param assignment [code, key], percent of a key's stores that have the code
     */
    record Result(
            AttentionArm arm,
            double near,
            double far,
            int used,
            double perplexity,
            double[] assignment) {
        void emitAssignment(String grid, int keys, Emitter to) {
            to.grid(grid, arm.codes(), keys, assignment);
        }
    }

    private final RecallTrainingParameters parameters;
    private final AttentionArm arm;
    private final AlternatingEmission.Arm out;
    private final StopSignal stop;
    private final RecallSequences task;
    private final SeededStreams streams;
    private final Weights weights;
    private final RecallModel model;
    private final RecallSequences.Batch test;

    RecallArm(
            RecallTrainingParameters parameters,
            AttentionArm arm,
            AlternatingEmission.Arm out,
            StopSignal stop) {
        this.parameters = parameters;
        this.arm = arm;
        this.out = out;
        this.stop = stop;
        task = parameters.task();
        streams = new SeededStreams(parameters.seed());
        weights = Weights.of(streams.child(0), Precision.FLOAT32);
        model = new RecallModel(weights, task, parameters.unit());
        test = task.draw(TEST, streams.child(1).stream(0));
        arm.install(
                model.units(),
                new AttentionArm.Start(
                        weights,
                        parameters.unit(),
                        parameters.codebooks(),
                        () -> firstPass(batch(0)),
                        streams.child(2)),
                stop);
    }

    private RecallSequences.Batch batch(int step) {
        return task.draw(RecallTrainingParameters.BATCH, streams.child(3).stream(step));
    }

    private Pass firstPass(RecallSequences.Batch batch) {
        Pass pass = Pass.evaluation();
        model.scores(batch, pass);
        return pass;
    }

    Result run() {
        int steps = parameters.steps();
        LearningRate rate = LearningRate.cosine(parameters.rate(), parameters.rate() / 20, steps);
        try {
            new Training(steps, rate.warmUp(Math.min(WARM_UP, steps / 2)))
                    .run(
                            new Adam(weights, Adam.Settings.usual().clipping(1)),
                            step -> model.loss(batch(step)),
                            (step, loss) -> {
                                model.units().afterStep(step - 1);
                                if (step == steps || step % Math.max(1, steps / LOOKS) == 0) {
                                    report(step);
                                }
                            },
                            stop);
        } catch (Diverged diverged) {
            out.note("armDiverged", arm.key(), arm.codes(), diverged.step());
            throw diverged;
        }
        return result(look());
    }

    private void report(int step) {
        Look look = look();
        out.point(arm.named("near"), step, look.near());
        out.point(arm.named("far"), step, look.far());
        if (arm.codes() > 0) {
            out.point(
                    arm.named("perplexity"),
                    step,
                    CodeUsage.of(look.codes(), arm.codes()).perplexity());
        }
        out.progress("recallTraining", step, parameters.steps());
        out.turn();
    }

    private Look look() {
        try (TensorScope scope = TensorScope.evaluation()) {
            Pass pass = Pass.evaluation();
            int[] answers = model.scores(test, pass).argMax(-1).toInts();
            int[] right = new int[2];
            for (int i = 0; i < answers.length; i++) {
                int sequence = i / task.queries();
                int query = i % task.queries();
                int target = test.targets()[sequence * task.length() + task.stores() + query];
                right[query < parameters.block() ? 0 : 1] += answers[i] == target ? 1 : 0;
            }
            int near = TEST * parameters.block();
            return new Look(
                    (double) right[0] / near,
                    (double) right[1] / (answers.length - near),
                    arm.codes() == 0 ? new int[0] : ofStores(pass.codes(0)));
        }
    }

    private int[] ofStores(int[] all) {
        int[] stores = new int[TEST * task.stores()];
        for (int i = 0; i < TEST; i++) {
            System.arraycopy(all, i * task.length(), stores, i * task.stores(), task.stores());
        }
        return stores;
    }

    private Result result(Look look) {
        if (arm.codes() == 0) {
            return new Result(arm, look.near(), look.far(), 0, 0, new double[0]);
        }
        CodeUsage usage = CodeUsage.of(look.codes(), arm.codes());
        return new Result(
                arm,
                look.near(),
                look.far(),
                usage.used(),
                usage.perplexity(),
                assignment(look.codes()));
    }

    private double[] assignment(int[] codes) {
        int[] ofKeys = ofStores(test.keys());
        double[] shares = new double[arm.codes() * task.keys()];
        int[] totals = new int[task.keys()];
        for (int key : ofKeys) {
            totals[key]++;
        }
        for (int i = 0; i < codes.length; i++) {
            shares[codes[i] * task.keys() + ofKeys[i]] += 100.0 / totals[ofKeys[i]];
        }
        return shares;
    }
}
