package spaceslab.run;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spaceslab.experiment.Budget;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.StopSignal;

/** Runs an experiment on the calling thread, its events into the run's log, within its budget. */
final class Computation {
    private static final Logger log = LoggerFactory.getLogger(Computation.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Computation() {}

    /**
     * Computes to the end, to a stop or to the budget; the outcome is returned, not yet appended.
     * An experiment that returns after it was asked to stop counts as stopped.
     */
    static Outcome compute(Run run, Budget budget) {
        RunStop stop = run.stop();
        try {
            if (!stop.stopped()) {
                run.started();
                stop.limit(budget);
                execute(run, run.setup(), budget, stop);
            }
        } catch (StopSignal.Stopped stopped) {
            log.debug("run {} stopped: {}", run.id(), stopped.reason());
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError failure) {
            String problem = newId().substring(0, 12);
            log.error("Run {} failed, problem {}: {}", run.id(), problem, run.setup(), failure);
            return new Outcome.Failed(problem);
        }
        return stop.reason()
                .<Outcome>map(why ->
                        why == StopSignal.Reason.BUDGET
                                ? new Outcome.OverBudget(budget)
                                : new Outcome.Stopped(why))
                .orElse(new Outcome.Finished());
    }

    private static <P extends Record> void execute(
            Run run, RunSetup<P> setup, Budget budget, RunStop stop) {
        Experiment<P> experiment = setup.experiment();
        ResultSchema schema = experiment.results();
        experiment.run(
                setup.parameters(),
                event -> {
                    boolean ours =
                            event instanceof RunEvent.Ended || event instanceof RunEvent.Restarted;
                    if (ours || !schema.declares(event)) {
                        throw new IllegalStateException("undeclared result: " + event);
                    }
                    if (!run.log().append(event, () -> run.stop() == stop)) {
                        throw new StopSignal.Stopped(StopSignal.Reason.SUPERSEDED);
                    }
                    if (run.log().bytes() > budget.bytes()) {
                        stop.stop(StopSignal.Reason.BUDGET);
                    }
                },
                stop);
    }

    /** A random, unguessable id. */
    static String newId() {
        byte[] bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
