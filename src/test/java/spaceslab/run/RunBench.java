package spaceslab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.StopSignal;

/** A run service of its own with a probe, closed after each test. */
final class RunBench implements AutoCloseable {
    static final RunLimits LIMITS = new RunLimits(1, 5, 20_000_000, 1, 3, 1_000_000);

    private final ProbeTopic topic = new ProbeTopic();
    private final ComputePool pool;
    private final RunService runs;

    RunBench(RunLimits limits) {
        pool = new ComputePool(limits);
        runs = new RunService(limits, pool);
    }

    RunBench() {
        this(LIMITS);
    }

    Probe probe() {
        return topic.probe();
    }

    RunService runs() {
        return runs;
    }

    RunSetup<Probe.Task> setup(Probe.Task task) {
        return new RunSetup<>(topic, topic.probe(), task);
    }

    RunService.Submission submit(Probe.Task task, Object holder) {
        return runs.submit(setup(task), holder);
    }

    void release(Run run, Object holder) {
        runs.release(run, holder, StopSignal.Reason.VISITOR);
    }

    LedgerService ledger() {
        return new LedgerService(new Catalogue(List.of(topic)), runs);
    }

    static Outcome outcome(Run run) throws InterruptedException {
        assertThat(run.log().awaitEnd(10_000)).as("the run ends").isTrue();
        return run.log().result().outcome().orElseThrow();
    }

    @Override
    public void close() {
        topic.probe().open();
        runs.close();
        pool.close();
    }
}
