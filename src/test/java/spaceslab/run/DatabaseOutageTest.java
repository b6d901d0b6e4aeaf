package spaceslab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import spaceslab.experiment.Outcome;
import spaceslab.run.Probe.Act;
import spaceslab.run.Probe.Task;

@Timeout(240)
class DatabaseOutageTest {
    private final SwitchedDataSource database = new SwitchedDataSource(RunBench.memory());
    private final RunLimits limits = RunBench.limits(RunLimits.Role.BOTH, 10, 10, 1_000_000);
    private RunBench bench =
            RunBench.withoutWaiting(limits, new SwitchedDataSource(RunBench.memory()));

    @AfterEach
    void close() {
        bench.close();
    }

    private void begin(boolean reachable) throws InterruptedException {
        bench.close();
        database.off(!reachable);
        bench = RunBench.withoutWaiting(limits, database);
        RunBench.until("the database is there", () -> !reachable || bench.ready());
    }

    private void refused(Task task) {
        Refused refused = catchThrowableOfType(Refused.class, () -> bench.submit(task, "page"));
        assertThat(refused.key()).isEqualTo("storage");
        assertThat(refused.retrySeconds()).isPositive();
    }

    @Test
    void withoutADatabaseAtTheStartLiveRunsAnswerAndQueuedOnesFollowLater() throws Exception {
        begin(false);
        Run live = bench.submit(Task.live(Act.ANSWER, 1), "page").run();
        assertThat(RunBench.outcome(live)).isInstanceOf(Outcome.Finished.class);
        refused(Task.queued(Act.ANSWER, 2));
        assertThat(bench.find("0123456789abcdef01234567")).isEmpty();
        database.off(false);
        RunBench.until("the database is there", bench::ready);
        Run queued = bench.submit(Task.queued(Act.ANSWER, 2), "page").run();
        assertThat(RunBench.outcome(queued)).isInstanceOf(Outcome.Finished.class);
    }

    @Test
    void aRunIsNotReportedFinishedBeforeItIsStored() throws Exception {
        begin(true);
        Run run = bench.submit(Task.queued(Act.WAIT, 3), "page").run();
        RunBench.until("it is computed", () -> bench.probe().computed() == 1);
        Thread.sleep(300);
        database.off(true);
        bench.probe().open();
        RunBench.until(
                "it has its result", () -> run.log().result().values().containsKey("number"));
        assertThat(run.log().result().number("number")).as("computed").isEqualTo(3);
        assertThat(run.log().awaitEnd(1_500)).as("not stored, not ended").isFalse();
        Run live = bench.submit(Task.live(Act.ANSWER, 1), "page").run();
        assertThat(RunBench.outcome(live)).isInstanceOf(Outcome.Finished.class);
        refused(Task.queued(Act.ANSWER, 4));
        database.off(false);
        assertThat(run.log().awaitEnd(60_000)).isTrue();
        assertThat(run.log().result().outcome()).containsInstanceOf(Outcome.Finished.class);
        assertThat(bench.table().finished(run.identity())).map(RunRow::id).contains(run.id());
        Run after = bench.submit(Task.queued(Act.ANSWER, 4), "page").run();
        assertThat(after.log().awaitEnd(60_000)).isTrue();
    }

    @Test
    void eventsOfAnOutageAreStoredAfterIt() throws Exception {
        begin(true);
        Run run = bench.submit(Task.queued(Act.BURST, 2_000), "page").run();
        RunBench.until("events come", () -> run.log().last() >= 50);
        database.off(true);
        Thread.sleep(500);
        database.off(false);
        assertThat(RunBench.outcome(run)).isInstanceOf(Outcome.Finished.class);
        assertThat(bench.table().eventsAfter(run.id(), 0))
                .extracting(EventLog.Entry::sequence)
                .hasSize(2_001)
                .isSorted();
    }
}
