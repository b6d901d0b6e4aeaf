package spaceslab.essay.pretraining.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Obstacle;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.AlternatingEmission;
import spaceslab.learning.Engine;

/**
 * The same model, pictures and number of steps twice: all steps on labels, or most of them on the
 * inputs alone and the rest on labels. Several seeds, both arms of a seed side by side.
 */
public final class TransferExperiment implements Experiment<TransferParameters> {
    private static final double SECONDS_PER_MULTIPLICATION = 3e-11;
    private static final double SECONDS_PER_STEP = 3e-3;
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "bayes",
                            "optimum",
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
                    .series("scratch", "pretrained", "predicted")
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
                    .grids("attention", "similarity")
                    .build();

    @Override
    public String id() {
        return "transfer";
    }

    @Override
    public Class<TransferParameters> parameters() {
        return TransferParameters.class;
    }

    @Override
    public Mode mode(TransferParameters parameters) {
        return Mode.QUEUED;
    }

    /** Activations of both arms' evaluation of the test pictures dominate the memory. */
    @Override
    public Cost cost(TransferParameters parameters) {
        double steps = (double) parameters.seeds().size() * parameters.total();
        double seconds =
                2 + SECONDS_PER_STEP * steps + SECONDS_PER_MULTIPLICATION * parameters.work();
        long activations =
                (long) ArmRun.TEST * parameters.time() * (24L * parameters.width())
                        + 64L * TransferParameters.HEADS * parameters.time() * parameters.time();
        return new Cost(seconds, 60_000_000 + 2 * Float.BYTES * activations);
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
    public void run(TransferParameters parameters, Emitter out, StopSignal stop) {
        out.value("total", parameters.total());
        out.value("switch", parameters.pretraining());
        out.value("bayes", 100 * parameters.task().bayesAccuracy());
        out.value(
                "optimum",
                100
                        * switch (parameters.objective()) {
                            case MASKED -> parameters.task().maskedOptimum(parameters.mask());
                            case CAUSAL -> parameters.task().nextOptimum();
                        });
        out.value("uniformLocality", Look.uniformLocality(parameters.size()));
        List<Function<AlternatingEmission.Arm, ArmRun.Result>> arms = new ArrayList<>();
        for (int i = 1; i <= parameters.seeds().size(); i++) {
            int number = i;
            arms.add(own -> new ArmRun(parameters, number, own, stop).fromScratch());
            arms.add(own -> new ArmRun(parameters, number, own, stop).pretrained());
        }
        List<ArmRun.Result> results = AlternatingEmission.run(arms, out, stop);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < parameters.seeds().size(); i++) {
            pairs.add(new Pair(results.get(2 * i), results.get(2 * i + 1)));
            pairs.getLast().emit(parameters.seeds().get(i), out);
        }
        summarise(pairs, out);
    }

    private static void summarise(List<Pair> pairs, Emitter out) {
        out.value("meanScratch", mean(pairs, p -> p.scratch().accuracy()));
        out.value("meanPretrained", mean(pairs, p -> p.pretrained().accuracy()));
        out.value("gain", mean(pairs, Pair::gain));
        out.value("leastGain", pairs.stream().mapToDouble(Pair::gain).min().orElseThrow());
        out.value("spreadScratch", spread(pairs, p -> p.scratch().accuracy()));
        out.value("spreadPretrained", spread(pairs, p -> p.pretrained().accuracy()));
        out.value("meanPredicted", mean(pairs, Pair::predicted));
        out.value("localityInitial", mean(pairs, p -> p.scratch().before()));
        out.value("localityScratch", mean(pairs, p -> p.scratch().after()));
        out.value("localityPretrained", mean(pairs, p -> p.pretrained().after()));
    }

    private static double mean(List<Pair> pairs, ToDoubleFunction<Pair> of) {
        return pairs.stream().mapToDouble(of).average().orElseThrow();
    }

    /** Largest minus smallest. */
    private static double spread(List<Pair> pairs, ToDoubleFunction<Pair> of) {
        return pairs.stream().mapToDouble(of).max().orElseThrow()
                - pairs.stream().mapToDouble(of).min().orElseThrow();
    }

    /** Both arms of a seed. */
    private record Pair(ArmRun.Result scratch, ArmRun.Result pretrained) {
        double gain() {
            return pretrained.accuracy() - scratch.accuracy();
        }

        double predicted() {
            return pretrained.predicted().orElseThrow();
        }

        void emit(int seed, Emitter out) {
            out.row(
                    "runs",
                    seed,
                    scratch.accuracy(),
                    scratch.trainAccuracy(),
                    pretrained.accuracy(),
                    pretrained.trainAccuracy(),
                    gain(),
                    predicted(),
                    scratch.after(),
                    pretrained.after());
        }
    }
}
