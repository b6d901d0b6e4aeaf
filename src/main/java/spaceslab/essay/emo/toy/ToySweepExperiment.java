package spaceslab.essay.emo.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import spaceslab.essay.emo.loss.Loss;
import spaceslab.essay.emo.transport.Costs;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.OrderedUnits;

/** Losses on the toy language over one of its numbers, several languages each. */
public final class ToySweepExperiment implements Experiment<ToySweepParameters> {
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values("points")
                    .series("finalLoss", "bestLoss", "sampleLoss", "gap", "reached")
                    .table(
                            "runs",
                            "at",
                            "loss",
                            "repeat",
                            "testLoss",
                            "bestLoss",
                            "bestStep",
                            "reached",
                            "sampleLoss",
                            "entropy")
                    .build();

    @Override
    public String id() {
        return "toySweep";
    }

    @Override
    public Class<ToySweepParameters> parameters() {
        return ToySweepParameters.class;
    }

    @Override
    public Mode mode(ToySweepParameters parameters) {
        return Mode.QUEUED;
    }

    @Override
    public Cost cost(ToySweepParameters p) {
        double seconds = 0;
        for (double value : p.over().points()) {
            ToySetup setup = p.over().at(value, p.setup(0));
            seconds +=
                    p.compared().size()
                            * ToyExperiment.seconds(
                                    setup.meanings() * setup.synonyms(), setup.steps());
        }
        return new Cost(0.1 + 0.6 * p.repeats() * seconds, 64_000_000);
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(ToySweepParameters in, Emitter out, StopSignal stop) {
        List<Double> points = in.over().points();
        out.value("points", points.size());
        int done = 0;
        for (double value : points) {
            List<Repeat> repeats =
                    OrderedUnits.onAllProcessors()
                            .map(0, in.repeats(), () -> repeat -> train(in, value, repeat, stop));
            emit(in, value, repeats, out);
            out.progress("points", ++done, points.size());
        }
    }

    /**
     * All losses on one language.
     *
     * @param goal test loss that counts as reached
     */
    private record Repeat(double goal, List<ToySetup.Course> courses) {
        double bestLoss(int loss) {
            return courses.get(loss).bestLoss();
        }
    }

    private static Repeat train(ToySweepParameters in, double value, int repeat, StopSignal stop) {
        ToySetup setup = in.over().at(value, in.setup(repeat));
        ToyLanguage language = setup.language();
        double[][] counts = setup.counts(language);
        Costs costs = setup.costs(language, counts, stop);
        List<ToySetup.Course> courses = new ArrayList<>();
        for (Loss loss : in.compared()) {
            courses.add(setup.train(loss, language, counts, costs, stop));
        }
        double entropy = ToyQuality.of(language.next(), 1, language).testLoss();
        return new Repeat(entropy + in.goal(), courses);
    }

    private static void emit(
            ToySweepParameters in, double value, List<Repeat> repeats, Emitter out) {
        for (int l = 0; l < in.compared().size(); l++) {
            int loss = l;
            String key = in.compared().get(l).key();
            List<ToyQuality> all = repeats.stream().map(r -> r.courses().get(loss).end()).toList();
            band("finalLoss." + key, value, all.stream().map(ToyQuality::testLoss), out);
            band("sampleLoss." + key, value, all.stream().map(ToyQuality::sampleLoss), out);
            band("bestLoss." + key, value, repeats.stream().map(r -> r.bestLoss(loss)), out);
            if (l > 0) {
                Stream<Double> gaps = repeats.stream().map(r -> r.bestLoss(loss) - r.bestLoss(0));
                band("gap." + key, value, gaps, out);
            }
            for (int repeat = 0; repeat < repeats.size(); repeat++) {
                row(value, key, repeat, repeats.get(repeat), loss, out);
            }
            reached(value, key, loss, repeats, out);
        }
    }

    private static void row(
            double value, String key, int number, Repeat repeat, int loss, Emitter out) {
        ToySetup.Course course = repeat.courses().get(loss);
        out.row(
                "runs",
                value,
                key,
                number + 1,
                course.end().testLoss(),
                course.bestLoss(),
                course.steps().get(course.best()),
                course.reaches(repeat.goal()).orElse(-1),
                course.end().sampleLoss(),
                course.end().entropy());
    }

    /** Steps to the goal, where every repeat reaches it. */
    private static void reached(
            double value, String key, int loss, List<Repeat> repeats, Emitter out) {
        List<OptionalInt> steps =
                repeats.stream().map(r -> r.courses().get(loss).reaches(r.goal())).toList();
        if (steps.stream().allMatch(OptionalInt::isPresent)) {
            Stream<Double> counted = steps.stream().map(s -> Math.max(1.0, s.getAsInt()));
            band("reached." + key, value, counted, out);
        }
    }

    /** The mean over repeats with their least and largest. */
    private static void band(String series, double x, Stream<Double> values, Emitter out) {
        double[] all = values.mapToDouble(Double::doubleValue).toArray();
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : all) {
            sum += value;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        out.band(
                series,
                new double[] {x},
                new double[] {sum / all.length},
                new double[] {least},
                new double[] {most});
    }
}
