package spaceslab.essay.fsq.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.AlternatingEmission;
import spaceslab.learning.Diverged;
import spaceslab.numerics.SeededStreams;

/**
 * One quantiser from pictures to integers and back to pictures: trains the tokeniser, counts and
 * learns its code sequences, draws new ones and judges the pictures they decode to. Runs in a root
 * scope of its own.
 */
final class GenerationArm {
    /** Rows of pictures that are shown, one picture of each class in a row. */
    static final int ROWS = 4;

    private static final int REPORTS = 20;
    private static final int REPORTED_ON = 128;
    private static final int LOOKS_PER_PICTURES = 5;
    private static final long MODEL = 22;
    private static final long SAMPLES = 23;
    private static final long COUNTED = 24;

    private final GenerationParameters parameters;
    private final GenerationData data;
    private final Arm arm;
    private final boolean isFirst;
    private final AlternatingEmission.Arm out;
    private final StopSignal stop;
    private final SeededStreams streams;
    private final ArmTraining stageOne;
    private final TokenisedPictures tokenised;
    private final int[] asked;

    GenerationArm(
            GenerationParameters parameters,
            GenerationData data,
            boolean isFirst,
            AlternatingEmission.Arm out,
            StopSignal stop) {
        this.parameters = parameters;
        this.data = data;
        this.arm = isFirst ? parameters.first() : parameters.second();
        this.isFirst = isFirst;
        this.out = out;
        this.stop = stop;
        this.streams = new SeededStreams(parameters.seed());
        this.stageOne = new ArmTraining(parameters.plan(), arm);
        this.tokenised = new TokenisedPictures(stageOne.tokeniser(), data.pictures());
        this.asked = GenerationData.classes(parameters.samples());
    }

    /** Both stages; the first held-out picture as this arm sees it. */
    GenerationExample run() {
        try {
            tokenise();
            float[] heldOut = data.heldOut();
            CodeSequences all = tokenised.sequences(data.training(), data.labels(), stop);
            CodeSequences unseen = tokenised.sequences(heldOut, data.heldOutLabels(), stop);
            CodeStatistics counted = new CodeStatistics(all);
            float[] again = tokenised.pictures(unseen.codes(), stop);
            SequenceTraining stageTwo = learn(all, unseen, counted);
            double[][] bits = stageTwo.model().bits(unseen, stop);
            costs(counted, unseen, stageTwo, heldOut, again);
            judge(stageTwo.model(), counted, again);
            return new GenerationExample(
                    arm,
                    unseen.codes()[0],
                    bits[0],
                    Arrays.copyOf(again, data.pictures().pixels()));
        } catch (Diverged diverged) {
            out.note("armDiverged", arm.key(), diverged.step());
            throw diverged;
        }
    }

    private String name(String result) {
        return result + "." + arm.key();
    }

    private String slot(String images) {
        return images + (isFirst ? "First" : "Second");
    }

    /** Stage one, with the error on held-out pictures as it falls. */
    private void tokenise() {
        float[] some = Arrays.copyOf(data.heldOut(), REPORTED_ON * data.pictures().pixels());
        int steps = parameters.tokeniserSteps();
        int every = Math.max(1, steps / REPORTS);
        stageOne.run(
                (step, loss) -> {
                    if (step % every == 0 || step == steps) {
                        out.point(
                                name("tokeniserError"),
                                step,
                                HeldOut.of(stageOne.tokeniser(), some).error());
                        out.progress("tokeniser", step, steps);
                        out.turn();
                    }
                },
                stop);
    }

    /** Stage two, with its costs and, now and then, what it would draw. */
    private SequenceTraining learn(
            CodeSequences all, CodeSequences unseen, CodeStatistics counted) {
        SequenceTraining training =
                new SequenceTraining(
                        all.select(data.split().train()),
                        all.select(data.split().test()),
                        parameters,
                        streams.child(MODEL));
        int steps = parameters.modelSteps();
        double unigram = sum(counted.bits(CodeStatistics.Guess.UNIGRAM, unseen, stop));
        out.points(name("unigramCost"), new double[] {0, steps}, new double[] {unigram, unigram});
        int[] looks = {0};
        training.run(
                (step, trainingBits) -> {
                    out.point(name("trainingCost"), step, trainingBits);
                    out.point(
                            name("heldOutCost"), step, sum(training.bitsByPosition(unseen, stop)));
                    if (++looks[0] % LOOKS_PER_PICTURES == 1) {
                        float[] drawn = draw(training.model());
                        out.point(
                                name("agreementAt"),
                                step,
                                data.quality().of(drawn, asked, stop).agreement());
                        out.emit(
                                data.images(slot("samples"), drawn, ROWS * GenerationData.CLASSES));
                    }
                    out.progress("transformer", step, steps);
                    out.turn();
                },
                stop);
        return training;
    }

    private static double sum(double[] bits) {
        return Arrays.stream(bits).sum();
    }

    private float[] draw(CodeLanguageModel model) {
        return tokenised.pictures(
                model.sample(asked, parameters.choice(), streams.child(SAMPLES), stop), stop);
    }

    /** What a held-out picture costs, by counting and by the model. */
    private void costs(
            CodeStatistics counted,
            CodeSequences unseen,
            SequenceTraining stageTwo,
            float[] pictures,
            float[] again) {
        double[] byModel = stageTwo.bitsByPosition(unseen, stop);
        double[] byCounting = counted.bits(CodeStatistics.Guess.CLASS_POSITION, unseen, stop);
        double[] position = new double[byModel.length];
        Arrays.setAll(position, t -> t + 1);
        out.points(name("positionCost"), position, byModel);
        out.points(name("countedCost"), position, byCounting);
        double error = TokenisedPictures.error(pictures, again);
        List<Object> row = new ArrayList<>(List.of(arm.key(), error, unseen.used()));
        for (CodeStatistics.Guess guess : CodeStatistics.Guess.values()) {
            row.add(sum(counted.bits(guess, unseen, stop)));
        }
        row.add(sum(byModel));
        out.row("costs", row.toArray());
        out.value(name("bits"), sum(byModel));
        out.value(name("countedBits"), sum(byCounting));
        out.value(
                name("unigramBits"), sum(counted.bits(CodeStatistics.Guess.UNIGRAM, unseen, stop)));
        out.value(name("used"), unseen.used());
        out.value(name("error"), error);
        out.value(name("bestStep"), stageTwo.bestStep());
    }

    /** How good pictures are: seen again, drawn by the model, and drawn by counting. */
    private void judge(CodeLanguageModel model, CodeStatistics counted, float[] again) {
        int shown = ROWS * GenerationData.CLASSES;
        float[] drawn = draw(model);
        float[] byClass =
                tokenised.pictures(
                        counted.drawClassPosition(asked, streams.child(COUNTED), stop), stop);
        float[] unigram =
                tokenised.pictures(
                        counted.drawUnigram(asked.length, streams.child(COUNTED), stop), stop);
        out.emit(data.images(slot("samples"), drawn, shown));
        out.emit(data.images(slot("counted"), byClass, 2 * GenerationData.CLASSES));
        out.emit(data.images(slot("unigram"), unigram, 2 * GenerationData.CLASSES));
        verdict("reconstructed", again, data.heldOutLabels());
        SampleQuality.Verdict learned = verdict("transformer", drawn, asked);
        SampleQuality.Verdict byCounting = verdict("classPosition", byClass, asked);
        SampleQuality.Verdict chance = verdict("unigram", unigram, asked);
        out.value(name("agreement"), learned.agreement());
        out.value(name("agreementCounted"), byCounting.agreement());
        out.value(name("agreementUnigram"), chance.agreement());
        out.value(name("distance"), learned.distance());
        out.value(name("copies"), learned.copies());
    }

    private SampleQuality.Verdict verdict(String source, float[] pictures, int[] labels) {
        SampleQuality.Verdict verdict = data.quality().of(pictures, labels, stop);
        out.row(
                "quality",
                source,
                arm.key(),
                verdict.agreement(),
                verdict.distance(),
                verdict.copies());
        return verdict;
    }
}
