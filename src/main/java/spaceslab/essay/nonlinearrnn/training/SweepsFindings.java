package spaceslab.essay.nonlinearrnn.training;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atLeast;
import static spaceslab.experiment.Effect.atMost;
import static spaceslab.experiment.Effect.below;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Effect;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.Sample;

/** The claims about sweeps as the model, each decided from the repeats of a run. */
public final class SweepsFindings {
    /** Ten trainings of every model. */
    private static final Map<String, String> PARITY = Map.of("repeats", "10");

    /** Short enough for the true RNN to learn something. */
    private static final Map<String, String> COPY =
            Map.of(
                    "task", "copy",
                    "length", "16",
                    "sweeps", "2,4",
                    "steps", "1500",
                    "repeats", "10");

    /** Percent of the best constant answer's loss from which on nothing has been learned. */
    private static final double GUESSING = 98;

    private static final Map<String, String> SMALL_START = Map.of("radius", "0.5");

    private SweepsFindings() {}

    /** All of them. */
    public static List<Finding<?>> of(SweepsExperiment sweeps) {
        return List.of(
                Claim.ours("oneSweepParity", sweeps)
                        .with(PARITY)
                        .seeds(3)
                        .heavy()
                        .expect(Status.HOLDS, SweepsFindings::oneSweep),
                Claim.ofEssay("sweepsEnoughCopy", sweeps)
                        .with(COPY)
                        .seeds(1)
                        .heavy()
                        .expect(Status.HOLDS, SweepsFindings::sweepsEnough),
                Claim.ofEssay("sweepsEnoughParity", sweeps)
                        .with(PARITY)
                        .seeds(3)
                        .heavy()
                        .expect(Status.DEPENDS_ON, SweepsFindings::sweepsEnough),
                Claim.ofEssay("stackBetter", sweeps)
                        .with(PARITY)
                        .seeds(3)
                        .heavy()
                        .expect(Status.HOLDS, SweepsFindings::stackBetter),
                Claim.ours("stackBetterSmallStart", sweeps)
                        .with(COPY)
                        .with(SMALL_START)
                        .seeds(1)
                        .heavy()
                        .eachCondition()
                        .expect(Status.DEPENDS_ON, SweepsFindings::stackBetter));
    }

    /** One sample for each repeat of the run, numbered from 1. */
    private static List<Sample> repeats(NamedResult r, IntFunction<Sample> sample) {
        int repeats = Integer.parseInt(r.parameter("repeats"));
        return IntStream.rangeClosed(1, repeats).mapToObj(sample).toList();
    }

    private static double loss(NamedResult r, String model, int n, int repeat) {
        return r.table("repeats")
                .where("model", model)
                .where("n", n)
                .row("repeat", repeat)
                .number("loss");
    }

    /** One sweep is as good as guessing, one layer of the stack is not. */
    private static List<Sample> oneSweep(NamedResult r) {
        double baseline = r.number("baseline");
        return repeats(
                r,
                repeat -> {
                    double sweep = loss(r, "sweeps", 1, repeat);
                    double layer = loss(r, "stack", 1, repeat);
                    return Sample.of(
                                    atLeast("sweepOfGuessing", 100 * sweep / baseline, GUESSING),
                                    below("layerOfGuessing", 100 * layer / baseline, GUESSING))
                            .figures(sweep, layer, baseline);
                });
    }

    /**
     * The number of sweeps that is best in the median against the RNN, both having seen the same
     * examples; the choice favours the sweeps. That the RNN has learned is part of what is shown.
     */
    private static List<Sample> sweepsEnough(NamedResult r) {
        int n = (int) r.number("bestSweepsN");
        return repeats(
                r,
                repeat -> {
                    double sweeps = loss(r, "sweeps", n, repeat);
                    double rnn = loss(r, "rnn", 0, repeat);
                    return Sample.of(atMost("sweepsAboveRnn", sweeps - rnn, 0))
                            .figures(sweeps, n, rnn, r.value("baseline"));
                });
    }

    /** How far the stack is ahead of as many sweeps, for each number n. */
    private static List<Sample> stackBetter(NamedResult r) {
        List<Integer> numbers =
                Arrays.stream(r.parameter("sweeps").split(",")).map(Integer::valueOf).toList();
        return repeats(
                r,
                repeat -> {
                    Effect[] ahead =
                            numbers.stream()
                                    .map(n ->
                                            above(
                                                    "stackAhead" + n,
                                                    loss(r, "sweeps", n, repeat)
                                                            - loss(r, "stack", n, repeat),
                                                    0))
                                    .toArray(Effect[]::new);
                    return Sample.of(ahead)
                            .figures(
                                    (int) Arrays.stream(ahead).filter(Effect::agrees).count(),
                                    ahead.length,
                                    r.value("bestStack"),
                                    r.value("bestSweeps"));
                });
    }
}
