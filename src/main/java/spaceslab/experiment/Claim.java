package spaceslab.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Declares a {@link Finding}, saying only what is not usual: {@code Claim.ofEssay("smallSignals",
 * iterate).with("gain", "0.4").holds(r -> Sample.of(atMost("sweepsFixedA", …, 6)))}. Where the
 * experiment has a seed the claim rests on ten of them, from the given one on, unless {@link
 * #seeds(int)}, {@link #over} or {@link #whateverSeed()} says otherwise.
 */
public final class Claim<P extends Record> {
    /** Replications where nothing else is said. */
    public static final int SEEDS = 10;

    private final String id;
    private final Finding.Source source;
    private final Experiment<P> experiment;
    private final Map<String, String> differing = new LinkedHashMap<>();
    private List<String> values = List.of();
    private String replicated = "";
    private boolean quick = true;
    private Verdict.Rule rule = Verdict.Rule.ALL;

    private Claim(String id, Finding.Source source, Experiment<P> experiment) {
        this.id = id;
        this.source = source;
        this.experiment = experiment;
        ParameterSchema.of(experiment.parameters()).specs().stream()
                .filter(spec -> spec.kind() == ParameterSpec.Kind.SEED)
                .findFirst()
                .ifPresent(spec -> replicated = spec.name());
        if (!replicated.isEmpty()) {
            seeds(SEEDS);
        }
    }

    /** A claim that the essay makes. */
    public static <P extends Record> Claim<P> ofEssay(String id, Experiment<P> experiment) {
        return new Claim<>(id, Finding.Source.ESSAY, experiment);
    }

    /** A claim of the paper that the essay is about. */
    public static <P extends Record> Claim<P> ofPaper(String id, Experiment<P> experiment) {
        return new Claim<>(id, Finding.Source.PAPER, experiment);
    }

    /** A claim of our own. */
    public static <P extends Record> Claim<P> ours(String id, Experiment<P> experiment) {
        return new Claim<>(id, Finding.Source.OURS, experiment);
    }

    /** A parameter that is not the default, as in a link. */
    public Claim<P> with(String parameter, String value) {
        differing.put(parameter, value);
        return this;
    }

    /** Parameters that are not the default, as in a link. */
    public Claim<P> with(Map<String, String> parameters) {
        differing.putAll(parameters);
        return this;
    }

    /** Replicates over this many seeds, from 1 on. */
    public Claim<P> seeds(int count) {
        return over(
                replicated, IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList());
    }

    /** Replicates over these values of a parameter; the first is what a page opens. */
    public Claim<P> over(String parameter, List<String> each) {
        replicated = parameter;
        values = List.copyOf(each);
        return this;
    }

    /** {@link #over(String, List)}. */
    public Claim<P> over(String parameter, String... each) {
        return over(parameter, Arrays.asList(each));
    }

    /** One run says it all: what is claimed does not depend on the seed (tested). */
    public Claim<P> whateverSeed() {
        values = List.of();
        return this;
    }

    /** Its run comes with the product instead of being recomputed by every build. */
    public Claim<P> heavy() {
        quick = false;
        return this;
    }

    /** The effects belong to different conditions: the claim depends where they differ. */
    public Claim<P> eachCondition() {
        rule = Verdict.Rule.EACH;
        return this;
    }

    /** Expected to hold; one replication a run. */
    public Finding<P> holds(Function<NamedResult, Sample> check) {
        return expect(Finding.Status.HOLDS, result -> List.of(check.apply(result)));
    }

    /** Expected not to hold. */
    public Finding<P> doesNotHold(Function<NamedResult, Sample> check) {
        return expect(Finding.Status.DOES_NOT_HOLD, result -> List.of(check.apply(result)));
    }

    /** Expected to depend: on the seed, or on the condition where {@link #eachCondition()}. */
    public Finding<P> depends(Function<NamedResult, Sample> check) {
        return expect(Finding.Status.DEPENDS_ON, result -> List.of(check.apply(result)));
    }

    /** With a check that finds several replications in a run. */
    public Finding<P> expect(Finding.Status status, Finding.Reader reader) {
        ParameterSchema<P> schema = ParameterSchema.of(experiment.parameters());
        List<P> setups = new ArrayList<>();
        for (String value : values) {
            Map<String, String> texts = new LinkedHashMap<>(differing);
            texts.put(replicated, value);
            setups.add(schema.strict(texts));
        }
        if (setups.isEmpty()) {
            setups.add(schema.strict(differing));
        }
        return new Finding<>(
                id,
                source,
                status,
                experiment,
                setups,
                values.isEmpty() ? "" : replicated,
                quick,
                rule,
                reader);
    }
}
