package spaceslab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A claim that is computed: by the essay, by its paper or by us. Its words are the text {@code
 * <topic>.finding.<id>.claim}; the figures of its verdict fill {@code
 * <topic>.finding.<id>.measured}. It rests on a set of runs, one set-up with several seeds where
 * anything is drawn; a finding whose verdict differs from the expected status fails the tests. Made
 * by {@link Claim}.
 *
 * @param id lower camel case
 * @param source who claims it
 * @param expected the status that our computation gave when this was written
 * @param experiment shows it
 * @param setups the runs it rests on; a page opens the first
 * @param replicated the parameter in which they differ, empty where one run says it all
 * @param quick whether a run takes under 2 s, so that every build recomputes the first
 * @param rule how the effects make the verdict
 * @param reader reads the replications from each run
 */
public record Finding<P extends Record>(
        String id,
        Source source,
        Status expected,
        Experiment<P> experiment,
        List<P> setups,
        String replicated,
        boolean quick,
        Verdict.Rule rule,
        Reader reader) {

    public Finding {
        setups = List.copyOf(setups);
        if (setups.isEmpty()) {
            throw new IllegalArgumentException("finding " + id + " rests on no run");
        }
    }

    /** Who makes a claim. */
    public enum Source {
        ESSAY,
        PAPER,
        OURS
    }

    /** What the computation says of it. */
    public enum Status {
        HOLDS,
        DOES_NOT_HOLD,
        DEPENDS_ON
    }

    /** Reads from a finished run what each replication in it says. */
    @FunctionalInterface
    public interface Reader {
        List<Sample> samples(NamedResult result);
    }

    /** The set-up that a page opens. */
    public P parameters() {
        return setups.getFirst();
    }

    /** What the finished run of one of the set-ups says. */
    public List<Sample> samples(P setup, RunResult result) {
        return reader.samples(NamedResult.of(experiment, setup, result));
    }

    /** The verdict of replications. */
    public Verdict verdict(List<Sample> samples) {
        return Verdict.of(rule, samples);
    }

    /** The same claim on runs with other values of the replicated parameter. */
    public Finding<P> again(String parameter, List<String> values) {
        ParameterSchema<P> schema = ParameterSchema.of(experiment.parameters());
        List<P> others = new ArrayList<>();
        for (String value : values) {
            Map<String, String> texts = schema.canonical(parameters());
            texts.put(parameter, value);
            others.add(schema.strict(texts));
        }
        return new Finding<>(
                id, source, expected, experiment, others, parameter, quick, rule, reader);
    }

    /** Computes every run on this thread, one after the other, and decides. */
    public Verdict compute() {
        return verdict(
                setups.stream()
                        .flatMap(setup ->
                                samples(setup, ResultRecorder.run(experiment, setup)).stream())
                        .toList());
    }
}
