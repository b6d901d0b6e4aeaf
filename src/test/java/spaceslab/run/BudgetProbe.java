package spaceslab.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Topic;
import spaceslab.experiment.Violation;

/** Heeds the advice of a refusal, as a visitor would. */
public final class BudgetProbe {
    /** The product's limits. */
    private static final RunLimits LIMITS =
            new RunLimits(
                    RunLimits.Role.BOTH,
                    2,
                    300,
                    1_000_000_000,
                    1,
                    100,
                    60,
                    64_000_000,
                    30,
                    2_000_000_000,
                    500_000_000);

    private BudgetProbe() {}

    /** Whether a run with this estimate is taken. */
    public static boolean taken(Cost cost) {
        return LIMITS.allows(cost);
    }

    /** What is wrong with the answer to these parameters, empty where nothing is. */
    public static <P extends Record> Optional<String> problem(
            Topic topic, Experiment<P> experiment, P drawn) {
        if (taken(experiment.cost(drawn))) {
            return Optional.empty();
        }
        RunSetup<P> setup = new RunSetup<>(topic, experiment, drawn);
        List<Violation> advice = new BudgetAdvice<>(setup, LIMITS::allows).violations();
        if (advice.isEmpty()) {
            return Optional.of("no advice");
        }
        boolean each = advice.getFirst().key().equals("budget");
        Map<String, String> heeded = new HashMap<>(setup.canonical());
        for (Violation violation : advice) {
            if (each) {
                heeded = new HashMap<>(setup.canonical());
            }
            String range = violation.allowed();
            boolean fits = false;
            String[] values = values(range);
            for (String value : values) {
                Map<String, String> with = new HashMap<>(heeded);
                with.put(violation.parameter(), value);
                if (taken(setup, with)) {
                    fits = true;
                    heeded = with;
                }
            }
            if (!fits) {
                heeded.put(violation.parameter(), values[0]);
            }
            if (each && !fits) {
                return Optional.of("does not fit: " + violation);
            }
        }
        return taken(setup, heeded) ? Optional.empty() : Optional.of("do not fit: " + advice);
    }

    /** Both ends of a range, each choice of a list of choices, a list itself. */
    private static String[] values(String allowed) {
        return allowed.split(" … |, ");
    }

    private static <P extends Record> boolean taken(RunSetup<P> setup, Map<String, String> texts) {
        try {
            return taken(
                    setup.experiment()
                            .cost(
                                    ParameterSchema.of(setup.experiment().parameters())
                                            .strict(texts)));
        } catch (InvalidParameters refused) {
            return false;
        }
    }
}
