package spaceslab.essay.emo.toy;

import java.util.function.ToDoubleFunction;
import spaceslab.essay.emo.loss.Loss;
import spaceslab.essay.emo.transport.Costs;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;

/** Losses on the toy language: what each does to texts' and to samples' probabilities. */
public final class ToyExperiment implements Experiment<ToyParameters> {
    /** Above this a run waits for its turn. */
    private static final double LIVE_SECONDS = 1;

    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values("trueEntropy", "words", "synonymCost", "otherCost")
                    .series("testLoss", "sampleLoss", "entropy", "meaning", "plane")
                    .table(
                            "ends",
                            "loss",
                            "testLoss",
                            "bestLoss",
                            "bestStep",
                            "sampleLoss",
                            "entropy",
                            "meaning")
                    .grids("truth", "learnedFirst", "learnedLast")
                    .build();

    @Override
    public String id() {
        return "toyLanguage";
    }

    @Override
    public Class<ToyParameters> parameters() {
        return ToyParameters.class;
    }

    @Override
    public Mode mode(ToyParameters parameters) {
        return cost(parameters).seconds() <= LIVE_SECONDS ? Mode.LIVE : Mode.QUEUED;
    }

    @Override
    public Cost cost(ToyParameters p) {
        return new Cost(
                0.05 + p.losses().size() * seconds(p.meanings() * p.synonyms(), p.steps()),
                32_000_000);
    }

    /** Of one training. */
    static double seconds(int words, int steps) {
        return steps * (2e-9 * words * words * words + 6e-8 * words * words);
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(ToyParameters in, Emitter out, StopSignal stop) {
        ToySetup setup = in.setup();
        ToyLanguage language = setup.language();
        double[][] counts = setup.counts(language);
        Costs costs = setup.costs(language, counts, stop);
        out.value("words", language.words());
        out.value("trueEntropy", ToyQuality.of(language.next(), 1, language).testLoss());
        costsByMeaning(language, costs, out);
        grid("truth", language.next(), out);
        int done = 0;
        for (Loss kind : in.losses()) {
            ToySetup.Course course = setup.train(kind, language, counts, costs, stop);
            curve("testLoss", kind, course, ToyQuality::testLoss, out);
            curve("sampleLoss", kind, course, ToyQuality::sampleLoss, out);
            curve("entropy", kind, course, ToyQuality::entropy, out);
            curve("meaning", kind, course, ToyQuality::meaningDivergence, out);
            plane(kind, course, out);
            ToyQuality end = course.end();
            int best = course.best();
            out.row(
                    "ends",
                    kind.key(),
                    end.testLoss(),
                    course.bestLoss(),
                    course.steps().get(best),
                    end.sampleLoss(),
                    end.entropy(),
                    end.meaningDivergence());
            if (done == 0) {
                grid("learnedFirst", course.table(), out);
            }
            if (done == in.losses().size() - 1) {
                grid("learnedLast", course.table(), out);
            }
            out.progress("training", ++done, in.losses().size());
        }
    }

    private static void costsByMeaning(ToyLanguage language, Costs costs, Emitter out) {
        double same = 0;
        double other = 0;
        int sames = 0;
        int others = 0;
        for (int i = 0; i < language.words(); i++) {
            for (int j = 0; j < i; j++) {
                if (i / language.synonyms() == j / language.synonyms()) {
                    same += costs.at(i, j);
                    sames++;
                } else {
                    other += costs.at(i, j);
                    others++;
                }
            }
        }
        if (sames > 0) {
            out.value("synonymCost", same / sames);
        }
        out.value("otherCost", other / others);
    }

    private static void curve(
            String series,
            Loss kind,
            ToySetup.Course course,
            ToDoubleFunction<ToyQuality> of,
            Emitter out) {
        double[] steps = course.steps().stream().mapToDouble(Integer::doubleValue).toArray();
        double[] values = course.seen().stream().mapToDouble(of).toArray();
        out.points(series + "." + kind.key(), steps, values);
    }

    /** Precision against recall along the training. */
    private static void plane(Loss kind, ToySetup.Course course, Emitter out) {
        out.points(
                "plane." + kind.key(),
                course.seen().stream().mapToDouble(ToyQuality::testLoss).toArray(),
                course.seen().stream().mapToDouble(ToyQuality::sampleLoss).toArray());
    }

    private static void grid(String name, double[][] table, Emitter out) {
        double[] values = new double[table.length * table.length];
        for (int i = 0; i < table.length; i++) {
            System.arraycopy(table[i], 0, values, i * table.length, table.length);
        }
        out.grid(name, table.length, table.length, values);
    }
}
