package spaceslab.essay.pretraining.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import spaceslab.essay.pretraining.training.ArmRun;
import spaceslab.essay.pretraining.training.SequenceModel;
import spaceslab.essay.pretraining.training.SequenceSets;
import spaceslab.essay.pretraining.training.StripesSets;
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
 * Whether self-pretraining helps the more the fewer labels there are: both arms for nested sets of
 * training pictures, every arm the same number of steps. The smallest set comes first.
 */
public final class DataScaleExperiment implements Experiment<DataScaleParameters> {
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "bayes",
                            "total",
                            "switch",
                            "gainFewest",
                            "gainMost",
                            "fewest",
                            "most",
                            "leastGain")
                    .series("scratch", "pretrained", "gain", "scratchCurve", "pretrainedCurve")
                    .table(
                            "sizes",
                            "images",
                            "scratch",
                            "scratchLeast",
                            "scratchMost",
                            "pretrained",
                            "pretrainedLeast",
                            "pretrainedMost",
                            "gain",
                            "scratchTrain")
                    .table("arms", "images", "seed", "scratch", "pretrained", "gain")
                    .build();

    @Override
    public String id() {
        return "dataScale";
    }

    @Override
    public Class<DataScaleParameters> parameters() {
        return DataScaleParameters.class;
    }

    @Override
    public Mode mode(DataScaleParameters parameters) {
        return Mode.QUEUED;
    }

    @Override
    public Cost cost(DataScaleParameters parameters) {
        double seconds =
                2
                        + parameters
                                .plan()
                                .seconds(
                                        2 * parameters.seeds().size() * parameters.images().size());
        return new Cost(
                seconds, 60_000_000 + 2 * parameters.plan().bytes(DataScaleParameters.TEST));
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
    public void run(DataScaleParameters parameters, Emitter out, StopSignal stop) {
        out.value("bayes", 100 * parameters.stripes().bayesAccuracy());
        out.value("total", parameters.plan().total());
        out.value("switch", parameters.pretraining());
        List<SizeSummary> summaries = new ArrayList<>();
        List<Integer> sizes = parameters.ascending();
        for (int i = 0; i < sizes.size(); i++) {
            summaries.add(compare(parameters, i, out, stop));
            summaries.getLast().emit(out);
        }
        SizeSummary fewest = summaries.getFirst();
        SizeSummary most = summaries.getLast();
        out.value("fewest", fewest.images());
        out.value("most", most.images());
        out.value("gainFewest", fewest.gain());
        out.value("gainMost", most.gain());
        out.value(
                "leastGain", summaries.stream().mapToDouble(SizeSummary::gain).min().orElseThrow());
    }

    private static SizeSummary compare(
            DataScaleParameters parameters, int place, Emitter out, StopSignal stop) {
        int images = parameters.ascending().get(place);
        List<Function<AlternatingEmission.Arm, ArmRun.Result>> arms = new ArrayList<>();
        for (int seed : parameters.seeds()) {
            for (boolean pretrained : new boolean[] {false, true}) {
                int number = place * 2 * parameters.seeds().size() + arms.size();
                arms.add(own -> arm(parameters, images, seed, pretrained, number, own, stop));
            }
        }
        List<ArmRun.Result> results = AlternatingEmission.run(arms, out, stop);
        for (int i = 0; i < parameters.seeds().size(); i++) {
            double scratch = results.get(2 * i).accuracy();
            double pretrained = results.get(2 * i + 1).accuracy();
            out.row(
                    "arms",
                    images,
                    parameters.seeds().get(i),
                    scratch,
                    pretrained,
                    pretrained - scratch);
        }
        return SizeSummary.of(images, results);
    }

    /** One arm; its curve is shown for the first seed. */
    private static ArmRun.Result arm(
            DataScaleParameters parameters,
            int images,
            int seed,
            boolean pretrained,
            int number,
            AlternatingEmission.Arm own,
            StopSignal stop) {
        SeededStreams streams = new SeededStreams(seed);
        SequenceSets sets =
                StripesSets.of(parameters.stripes(), images, DataScaleParameters.TEST, streams);
        int total = parameters.plan().total();
        int arms = 2 * parameters.seeds().size() * parameters.images().size();
        ArmRun.Observer observer =
                new ArmRun.Observer() {
                    @Override
                    public void labels(int step, double percent) {
                        if (seed == parameters.seeds().getFirst()) {
                            String curve = pretrained ? "pretrainedCurve" : "scratchCurve";
                            own.point(curve + "." + images, step, percent);
                        }
                        turn(step);
                    }

                    @Override
                    public void tokens(int step, double percent) {
                        turn(step);
                    }

                    private void turn(int step) {
                        own.progress("arms", number + (double) step / total, arms);
                        own.turn();
                    }

                    @Override
                    public void look(ArmRun.Moment moment, SequenceModel model) {}
                };
        ArmRun run = new ArmRun(parameters.plan(), streams, sets, observer, stop);
        return pretrained ? run.pretrained() : run.fromScratch();
    }
}
