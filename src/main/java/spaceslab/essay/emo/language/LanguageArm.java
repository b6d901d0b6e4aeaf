package spaceslab.essay.emo.language;

import java.util.stream.IntStream;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Adam;
import spaceslab.learning.AlternatingEmission;
import spaceslab.learning.LearningRate;
import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;
import spaceslab.learning.Training;
import spaceslab.learning.Weights;
import spaceslab.numerics.SeededStreams;

/**
 * One arm: begins with the same weights, sees the same batches and writes from the same random
 * numbers as the others. In the open root scope.
 */
final class LanguageArm {
    /** Looks of a training after the first. */
    static final int LOOKS = 6;

    /** Texts that are written and judged at each look. */
    static final int LOOKED_AT = 48;

    private static final int WARM_UP = 20;
    private static final long INITIAL = 0;
    private static final long BATCHES = 1;
    private static final long SHUFFLE = 2;
    static final long JUDGING = 3;

    private final LanguageParameters parameters;
    private final Arm arm;
    private final AlternatingEmission.Arm out;
    private final StopSignal stop;
    private final SeededStreams streams;
    private final Weights weights;
    private final VerseModel model;
    private final UnitVectors frozen;
    private final Judge judge;
    private final TextWindows validation;
    private final TextWindows test;
    private final int[] text;
    private double leastValidation = Double.POSITIVE_INFINITY;
    private double testThere;
    private double testNow;
    private int bestStep;

    LanguageArm(
            LanguageParameters parameters, Arm arm, AlternatingEmission.Arm out, StopSignal stop) {
        this.parameters = parameters;
        this.arm = arm;
        this.out = out;
        this.stop = stop;
        streams = new SeededStreams(parameters.seed());
        UnitVectors vectors = UnitVectors.of(TrainedWeights.model(ModelSize.BASE).outputVectors());
        frozen =
                arm == Arm.MODE1_SHUFFLED
                        ? vectors.shuffled(streams.child(SHUFFLE).stream(0))
                        : vectors;
        weights = Weights.of(streams.child(INITIAL), Precision.FLOAT32);
        model = new VerseModel(weights, ModelSize.BASE);
        if (parameters.start() == Start.PRETRAINED) {
            TrainedWeights.read(ModelSize.BASE, weights);
        }
        judge = new Judge(parameters.samples(), streams.child(JUDGING), stop);
        BibleText all = BibleText.all();
        text = all.continuation(parameters.verses());
        validation = TextWindows.consecutive(all.validation(), VerseModel.CONTEXT);
        test = TextWindows.consecutive(all.test(), VerseModel.CONTEXT);
    }

    /** Trains with looks in between, then judges what the arm writes. */
    LanguageExperiment.Ending run() {
        look(0);
        Adam adam = new Adam(weights, Adam.Settings.usual().clipping(1));
        int steps = parameters.steps();
        long start = System.nanoTime();
        Training training =
                new Training(
                        steps,
                        LearningRate.constant(parameters.rate())
                                .warmUp(Math.min(WARM_UP, steps / 2)));
        int every = Math.max(1, steps / LOOKS);
        TokenLoss loss = new TokenLoss(arm.loss(), parameters.settings());
        training.run(
                adam,
                step -> loss(loss, step),
                (step, value) -> {
                    if (step % every == 0 && step + every <= steps || step == steps) {
                        look(step);
                    }
                },
                stop);
        double seconds = (System.nanoTime() - start) / 1e9;
        return end(seconds);
    }

    private Tensor loss(TokenLoss loss, int step) {
        TextWindows batch =
                TextWindows.random(
                        text,
                        VerseModel.CONTEXT,
                        LanguageParameters.BATCH,
                        streams.child(BATCHES).stream(step));
        UnitVectors vectors = arm == Arm.ADAPTIVE ? UnitVectors.of(model.outputVectors()) : frozen;
        return loss.apply(model.scores(batch), VerseModel.targets(batch), vectors);
    }

    private void look(int step) {
        double held = Math.exp(PreTraining.mean(model.surprise(validation, stop)));
        testNow = Math.exp(PreTraining.mean(model.surprise(test, stop)));
        if (held < leastValidation) {
            leastValidation = held;
            testThere = testNow;
            bestStep = step;
        }
        TextWindows written = judge.writtenBy(model, LOOKED_AT);
        double sampled = judge.perplexity(written);
        String key = arm.key();
        out.point("testPerplexity." + key, step, testNow);
        out.point("samplePerplexity." + key, step, sampled);
        out.point("plane." + key, sampled, testNow);
        out.row("samples", step, key, readable(written.windows()[0]));
        out.progress(key, step, parameters.steps());
        out.turn();
    }

    /** A window on one line; the beginning is divided from what was written. */
    static String readable(int[] window) {
        int[] beginning = IntStream.of(window).limit(Judge.BEGINNING).toArray();
        String text =
                BibleText.all().vocabulary().decode(beginning) + " ▸" + Judge.continuation(window);
        return text.replace('\n', ' ').strip();
    }

    private LanguageExperiment.Ending end(double seconds) {
        TextWindows written = judge.writtenBy(model, parameters.samples());
        LanguageExperiment.row(
                out, arm.key(), bestStep, testThere, testNow, judge.of(written), seconds);
        return LanguageExperiment.Ending.of(arm.key(), written);
    }
}
