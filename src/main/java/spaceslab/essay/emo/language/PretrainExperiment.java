package spaceslab.essay.emo.language;

import java.util.List;
import java.util.Optional;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Obstacle;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Engine;
import spaceslab.learning.Precision;
import spaceslab.learning.TensorScope;
import spaceslab.learning.Weights;
import spaceslab.numerics.SeededStreams;

/**
 * How the shipped models are made: maximum likelihood on the first part of the Bible. Trains one
 * again, live, compares it with the shipped weights, and shows which symbols its vectors take for
 * near: the cost that EMO will use.
 */
public final class PretrainExperiment implements Experiment<PretrainParameters> {
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "weights",
                            "bestStep",
                            "testPerplexity",
                            "shippedPerplexity",
                            "largestDifference",
                            "meanCosine")
                    .series("trainingPerplexity", "validationPerplexity")
                    .table(
                            "neighbours",
                            "symbol",
                            "first",
                            "firstCost",
                            "second",
                            "secondCost",
                            "third",
                            "thirdCost")
                    .table("written", "step", "text")
                    .build();

    private static final List<String> SHOWN =
            List.of(
                    " he", " king", " LORD", " sons", " day", " went", " said", " shall", " gold",
                    " ox", " Moses", " upon", ",");

    /** Looks at which a text is written, and the looks between them. */
    private static final int WRITTEN_EVERY = 5;

    private static final double SECONDS_PER_STEP = 0.03;
    private static final double SECONDS_PER_STEP_REFERENCE = 0.075;

    @Override
    public String id() {
        return "pretrain";
    }

    @Override
    public Class<PretrainParameters> parameters() {
        return PretrainParameters.class;
    }

    @Override
    public Mode mode(PretrainParameters parameters) {
        return Mode.QUEUED;
    }

    @Override
    public Cost cost(PretrainParameters parameters) {
        double step =
                switch (parameters.model()) {
                    case BASE -> SECONDS_PER_STEP;
                    case REFERENCE -> SECONDS_PER_STEP_REFERENCE;
                };
        return new Cost(4 + step * parameters.steps(), 250_000_000);
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
    public void run(PretrainParameters parameters, Emitter out, StopSignal stop) {
        int steps = parameters.steps();
        out.progress("training", 0, steps);
        try (TensorScope root = TensorScope.root(stop)) {
            SeededStreams streams = new SeededStreams(parameters.seed());
            PreTraining training = new PreTraining(parameters.model(), steps, streams);
            out.value("weights", training.weights().count());
            TextWindows test = TextWindows.consecutive(BibleText.all().test(), VerseModel.CONTEXT);
            training.run(
                    (step, trained, held) -> {
                        out.point("trainingPerplexity", step, Math.exp(trained));
                        out.point("validationPerplexity", step, Math.exp(held));
                        if (step % (WRITTEN_EVERY * PreTraining.EVERY) == 0 || step == steps) {
                            out.row("written", step, written(training.model(), test, stop));
                        }
                        out.progress("training", step, steps);
                    },
                    stop);
            out.value("bestStep", training.bestStep());
            out.value("testPerplexity", perplexity(training.model(), test, stop));
            compare(parameters, training.weights(), test, out, stop);
            UnitVectors vectors = UnitVectors.of(training.model().outputVectors());
            neighbours(new SymbolCosts(vectors), out);
        }
    }

    private static double perplexity(VerseModel model, TextWindows test, StopSignal stop) {
        return Math.exp(PreTraining.mean(model.surprise(test, stop)));
    }

    /** The first test window as the model writes it on. */
    private static String written(VerseModel model, TextWindows test, StopSignal stop) {
        TextWindows beginning = Judge.beginnings(test, 1);
        return LanguageArm.readable(
                model.writeOn(beginning, new SeededStreams(PreTraining.SEED), stop).windows()[0]);
    }

    private static void compare(
            PretrainParameters parameters,
            Weights trained,
            TextWindows test,
            Emitter out,
            StopSignal stop) {
        Weights shipped = Weights.of(new SeededStreams(0), Precision.FLOAT32);
        VerseModel model = new VerseModel(shipped, parameters.model());
        TrainedWeights.read(parameters.model(), shipped);
        out.value("shippedPerplexity", perplexity(model, test, stop));
        if (!parameters.isShipped()) {
            out.note("otherTraining", parameters.model().steps(), PreTraining.SEED);
            return;
        }
        double largest = 0;
        for (int w = 0; w < trained.all().size(); w++) {
            double[] own = trained.values().get(w);
            double[] other = shipped.values().get(w);
            for (int i = 0; i < own.length; i++) {
                largest = Math.max(largest, Math.abs(own[i] - other[i]));
            }
        }
        out.value("largestDifference", largest);
    }

    private static void neighbours(SymbolCosts costs, Emitter out) {
        out.value("meanCosine", costs.meanCosine());
        for (String symbol : SHOWN) {
            int number = BibleText.all().vocabulary().encode(symbol)[0];
            List<Integer> nearest = costs.nearest(number, 3);
            out.row(
                    "neighbours",
                    name(number),
                    name(nearest.get(0)),
                    costs.between(number, nearest.get(0)),
                    name(nearest.get(1)),
                    costs.between(number, nearest.get(1)),
                    name(nearest.get(2)),
                    costs.between(number, nearest.get(2)));
        }
    }

    /** A symbol with its space before it made visible. */
    private static String name(int symbol) {
        return BibleText.all().vocabulary().symbol(symbol).replace(' ', '␣').replace('\n', '⏎');
    }
}
