package spaceslab.essay.pretraining.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spaceslab.essay.pretraining.training.Comparison;
import spaceslab.essay.pretraining.training.Look;
import spaceslab.essay.pretraining.training.SequenceSets;
import spaceslab.essay.pretraining.training.Sequences;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Obstacle;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Engine;
import spaceslab.numerics.SeededStreams;

/** Both arms on bytes of text, beside what counting bytes is worth. */
public final class TextExperiment implements Experiment<TextParameters> {
    private static final int SHOWN = 3;
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "majority",
                            "byBytes",
                            "byTrigrams",
                            "byPlaced",
                            "bestCounting",
                            "commonest",
                            "uniformLocality",
                            "meanScratch",
                            "meanPretrained",
                            "gain",
                            "leastGain",
                            "spreadScratch",
                            "spreadPretrained",
                            "meanPredicted",
                            "localityInitial",
                            "localityScratch",
                            "localityPretrained",
                            "total",
                            "switch")
                    .series("scratch", "pretrained", "predicted", "reach", "kernel")
                    .table("examples", "label", "text")
                    .table(
                            "baselines",
                            "seed",
                            "majority",
                            "byBytes",
                            "byTrigrams",
                            "byPlaced",
                            "commonest")
                    .table(
                            "runs",
                            "seed",
                            "scratch",
                            "scratchTrain",
                            "pretrained",
                            "pretrainedTrain",
                            "gain",
                            "predicted",
                            "localityScratch",
                            "localityPretrained")
                    .build();

    @Override
    public String id() {
        return "text";
    }

    @Override
    public Class<TextParameters> parameters() {
        return TextParameters.class;
    }

    @Override
    public Mode mode(TextParameters parameters) {
        return Mode.QUEUED;
    }

    @Override
    public Cost cost(TextParameters parameters) {
        double seconds = 3 + parameters.plan().seconds(2 * parameters.seeds().size());
        return new Cost(seconds, 80_000_000 + 2 * parameters.plan().bytes(TextParameters.TEST));
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
    public void run(TextParameters parameters, Emitter out, StopSignal stop) {
        out.value("total", parameters.plan().total());
        out.value("switch", parameters.pretraining());
        out.value("uniformLocality", NearBytes.uniformLocality(TextTask.TIME));
        baselines(parameters, out, stop);
        new Comparison(
                        parameters.plan(),
                        parameters.seeds(),
                        streams -> sets(parameters, streams),
                        (moment, model, test, own) -> {
                            Look look = Look.of(model, test, NearBytes::locality);
                            look.emitByDistance(moment.key(), own);
                            return look.locality();
                        })
                .run(out, stop);
    }

    private static SequenceSets sets(TextParameters parameters, SeededStreams streams) {
        return parameters.task().draw(parameters.examples(), TextParameters.TEST, streams);
    }

    /** A row for every seed's own data; values are means over seeds. */
    private static void baselines(TextParameters parameters, Emitter out, StopSignal stop) {
        double[] sums = new double[CountingBaselines.NAMES.size()];
        for (int seed : parameters.seeds()) {
            SequenceSets sets = sets(parameters, new SeededStreams(seed));
            if (seed == parameters.seeds().getFirst()) {
                show(sets.training(), out);
            }
            double[] percents = CountingBaselines.percents(sets, stop);
            List<Object> row = new ArrayList<>(List.of(seed));
            for (int i = 0; i < sums.length; i++) {
                sums[i] += percents[i] / parameters.seeds().size();
                row.add(percents[i]);
            }
            out.row("baselines", row.toArray());
        }
        double best = 0;
        for (int i = 0; i < sums.length; i++) {
            out.value(CountingBaselines.NAMES.get(i), sums[i]);
            best = i < CountingBaselines.LABELS ? Math.max(best, sums[i]) : best;
        }
        out.value("bestCounting", best);
    }

    private static void show(Sequences texts, Emitter out) {
        for (int i = 0; i < SHOWN * 2; i++) {
            out.row("examples", texts.labels()[i], TextTask.text(texts, i));
        }
    }
}
