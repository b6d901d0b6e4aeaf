package spaceslab.essay.fsq.training;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Obstacle;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.AlternatingEmission;
import spaceslab.learning.Engine;
import spaceslab.numerics.SeededStreams;

/**
 * The essay's point: a picture becomes a sequence of integers, and a language model over such
 * sequences writes new pictures. Two quantisers side by side, with the same networks, batches and
 * seeds; what their sequences cost, and how good the pictures are, beside what counting alone
 * reaches.
 */
public final class GenerationExperiment implements Experiment<GenerationParameters> {
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "first",
                            "second",
                            "bits [bit]",
                            "unigramBits [bit]",
                            "countedBits [bit]",
                            "used",
                            "error",
                            "bestStep",
                            "agreement",
                            "agreementCounted",
                            "agreementUnigram",
                            "distance",
                            "copies",
                            "agreementReal",
                            "distanceReal")
                    .series(
                            "tokeniserError",
                            "trainingCost",
                            "heldOutCost",
                            "unigramCost",
                            "positionCost",
                            "countedCost",
                            "agreementAt")
                    .table(
                            "sequence",
                            "place",
                            "patchRow",
                            "patchColumn",
                            "codeFirst",
                            "digitsFirst",
                            "bitsFirst [bit]",
                            "codeSecond",
                            "digitsSecond",
                            "bitsSecond [bit]")
                    .table(
                            "costs",
                            "arm",
                            "error",
                            "used",
                            "uniform [bit]",
                            "unigram [bit]",
                            "place [bit]",
                            "bigram [bit]",
                            "classPosition [bit]",
                            "transformer [bit]")
                    .table("quality", "pictures", "arm", "agreement", "distance", "copies")
                    .images(
                            "example",
                            "real",
                            "samplesFirst",
                            "samplesSecond",
                            "countedFirst",
                            "countedSecond",
                            "unigramFirst",
                            "unigramSecond")
                    .build();

    @Override
    public String id() {
        return "generation";
    }

    @Override
    public Class<GenerationParameters> parameters() {
        return GenerationParameters.class;
    }

    @Override
    public Mode mode(GenerationParameters parameters) {
        return Mode.QUEUED;
    }

    @Override
    public Cost cost(GenerationParameters parameters) {
        return GenerationCost.of(parameters);
    }

    @Override
    public Optional<Obstacle> obstacle() {
        return Engine.obstacle();
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(GenerationParameters parameters, Emitter out, StopSignal stop) {
        out.value("first", parameters.first().key());
        out.value("second", parameters.second().key());
        out.progress("tokeniser", 0, parameters.tokeniserSteps());
        GenerationData data =
                new GenerationData(parameters.data(), new SeededStreams(parameters.seed()), stop);
        int rows = GenerationArm.ROWS;
        out.emit(data.images("real", data.heldOutRows(rows), rows * GenerationData.CLASSES));
        SampleQuality.Verdict real = data.quality().real();
        out.value("agreementReal", real.agreement());
        out.value("distanceReal", real.distance());
        out.row("quality", "heldOut", "", real.agreement(), real.distance(), real.copies());
        List<GenerationExample> examples =
                AlternatingEmission.run(
                        List.of(
                                arm(parameters, data, true, stop),
                                arm(parameters, data, false, stop)),
                        out,
                        stop);
        example(parameters, data, examples.getFirst(), examples.getLast(), out);
    }

    private static Function<AlternatingEmission.Arm, GenerationExample> arm(
            GenerationParameters parameters,
            GenerationData data,
            boolean isFirst,
            StopSignal stop) {
        return out -> new GenerationArm(parameters, data, isFirst, out, stop).run();
    }

    /** One picture, its grids and its sequences. */
    private static void example(
            GenerationParameters parameters,
            GenerationData data,
            GenerationExample first,
            GenerationExample second,
            Emitter out) {
        int pixels = data.pictures().pixels();
        float[] three = new float[3 * pixels];
        System.arraycopy(data.heldOut(), 0, three, 0, pixels);
        System.arraycopy(first.again(), 0, three, pixels, pixels);
        System.arraycopy(second.again(), 0, three, 2 * pixels, pixels);
        out.emit(data.images("example", three, 3));
        int grid = data.pictures().grid();
        for (int place = 0; place < grid * grid; place++) {
            out.row(
                    "sequence",
                    place + 1,
                    place / grid + 1,
                    place % grid + 1,
                    first.codes()[place],
                    first.digits(place, parameters.levels()),
                    first.bits()[place],
                    second.codes()[place],
                    second.digits(place, parameters.levels()),
                    second.bits()[place]);
        }
    }
}
