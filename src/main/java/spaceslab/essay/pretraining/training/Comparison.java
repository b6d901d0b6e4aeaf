package spaceslab.essay.pretraining.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.AlternatingEmission;
import spaceslab.numerics.SeededStreams;

/**
 * Both arms for several seeds, two arms at a time, with their curves: series {@code scratch},
 * {@code pretrained} and {@code predicted}, qualified {@code run1} …
 *
 * @param plan of every arm
 * @param seeds of data, weights and batches
 * @param data of a seed's streams
 * @param watch looks at models
 */
public record Comparison(
        TrainingPlan plan,
        List<Integer> seeds,
        Function<SeededStreams, SequenceSets> data,
        Watch watch) {
    /** What is looked for in a model: its locality in percent; emits for the first seed only. */
    @FunctionalInterface
    public interface Watch {
        double locality(ArmRun.Moment moment, SequenceModel model, Sequences test, Emitter out);
    }

    /** An arm's end and the localities on its way. */
    private record Arm(ArmRun.Result result, Map<ArmRun.Moment, Double> localities) {}

    /** Both arms of a seed. */
    public record Pair(
            int seed,
            ArmRun.Result scratch,
            ArmRun.Result pretrained,
            Map<ArmRun.Moment, Double> localities) {
        /** Points by which the second arm is ahead. */
        public double gain() {
            return pretrained.accuracy() - scratch.accuracy();
        }

        /** Percent of hidden tokens that the second arm fills in. */
        public double predicted() {
            return pretrained.predicted().orElseThrow();
        }

        /** Locality at a moment, percent. */
        public double locality(ArmRun.Moment moment) {
            return java.util.Objects.requireNonNull(localities.get(moment));
        }
    }

    /** Trains all and emits a row of {@code runs} and the summary. */
    public void run(Emitter out, StopSignal stop) {
        List<Function<AlternatingEmission.Arm, Arm>> arms = new ArrayList<>();
        for (int i = 1; i <= seeds.size(); i++) {
            int number = i;
            arms.add(own -> arm(number, "scratch", own, stop));
            arms.add(own -> arm(number, "pretrained", own, stop));
        }
        List<Arm> results = AlternatingEmission.run(arms, out, stop);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < seeds.size(); i++) {
            Arm scratch = results.get(2 * i);
            Arm pretrained = results.get(2 * i + 1);
            Map<ArmRun.Moment, Double> localities = new EnumMap<>(scratch.localities());
            localities.putAll(pretrained.localities());
            pairs.add(new Pair(seeds.get(i), scratch.result(), pretrained.result(), localities));
            emit(pairs.getLast(), out);
        }
        summarise(pairs, out);
    }

    private Arm arm(int number, String series, AlternatingEmission.Arm own, StopSignal stop) {
        SeededStreams streams = new SeededStreams(seeds.get(number - 1));
        SequenceSets sets = data.apply(streams);
        Map<ArmRun.Moment, Double> localities = new EnumMap<>(ArmRun.Moment.class);
        Emitter shown = number == 1 ? own : event -> {};
        ArmRun.Observer observer =
                new ArmRun.Observer() {
                    @Override
                    public void labels(int step, double percent) {
                        point(series, step, percent);
                    }

                    @Override
                    public void tokens(int step, double percent) {
                        point("predicted", step, percent);
                    }

                    private void point(String name, int step, double percent) {
                        own.point(name + ".run" + number, step, percent);
                        own.progress("run" + number, step, plan.total());
                        own.turn();
                    }

                    @Override
                    public void look(ArmRun.Moment moment, SequenceModel model) {
                        localities.put(moment, watch.locality(moment, model, sets.test(), shown));
                    }
                };
        ArmRun run = new ArmRun(plan, streams, sets, observer, stop);
        return new Arm(series.equals("scratch") ? run.fromScratch() : run.pretrained(), localities);
    }

    private static void emit(Pair pair, Emitter out) {
        out.row(
                "runs",
                pair.seed(),
                pair.scratch().accuracy(),
                pair.scratch().trainAccuracy(),
                pair.pretrained().accuracy(),
                pair.pretrained().trainAccuracy(),
                pair.gain(),
                pair.predicted(),
                pair.locality(ArmRun.Moment.SCRATCH),
                pair.locality(ArmRun.Moment.PRETRAINED));
    }

    private static void summarise(List<Pair> pairs, Emitter out) {
        out.value("meanScratch", mean(pairs, p -> p.scratch().accuracy()));
        out.value("meanPretrained", mean(pairs, p -> p.pretrained().accuracy()));
        out.value("gain", mean(pairs, Pair::gain));
        out.value("leastGain", pairs.stream().mapToDouble(Pair::gain).min().orElseThrow());
        out.value("spreadScratch", spread(pairs, p -> p.scratch().accuracy()));
        out.value("spreadPretrained", spread(pairs, p -> p.pretrained().accuracy()));
        out.value("meanPredicted", mean(pairs, Pair::predicted));
        for (ArmRun.Moment moment : ArmRun.Moment.values()) {
            String key = moment.key();
            out.value(
                    "locality" + Character.toUpperCase(key.charAt(0)) + key.substring(1),
                    mean(pairs, p -> p.locality(moment)));
        }
    }

    private static double mean(List<Pair> pairs, ToDoubleFunction<Pair> of) {
        return pairs.stream().mapToDouble(of).average().orElseThrow();
    }

    /** Largest minus smallest. */
    private static double spread(List<Pair> pairs, ToDoubleFunction<Pair> of) {
        return pairs.stream().mapToDouble(of).max().orElseThrow()
                - pairs.stream().mapToDouble(of).min().orElseThrow();
    }
}
