package spaceslab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.StopSignal;

@Timeout(240)
@ParameterizedClass
@EnumSource
class RunTableTest {
    private static final Instant SOON = Instant.now().plusSeconds(3600);

    @Parameter Databases database = Databases.H2;
    private final ProbeTopic topic = new ProbeTopic();
    private JdbcClient jdbc = JdbcClient.create(RunBench.memory());
    private RunTable table =
            new RunTable(jdbc, new DataSourceTransactionManager(RunBench.memory()));

    @BeforeEach
    void connect() {
        DataSource source = database.source();
        jdbc = JdbcClient.create(source);
        jdbc.sql("delete from run").update();
        table = new RunTable(jdbc, new DataSourceTransactionManager(source));
    }

    @AfterAll
    static void stop() throws IOException {
        Databases.stop();
    }

    private Run run(int number) {
        RunSetup<Probe.Task> setup =
                new RunSetup<>(topic, topic.probe(), Probe.Task.queued(Probe.Act.ANSWER, number));
        return new Run(Computation.newId(), setup.identity(), setup, true);
    }

    private Run waiting(int number, String visitor) {
        Run run = run(number);
        assertThat(table.insertWaiting(run, visitor, 1)).isTrue();
        return run;
    }

    private static EventLog.Entry value(long sequence) {
        return new EventLog.Entry(sequence, new RunEvent.Value("number", (int) sequence));
    }

    private static EventLog.Entry ended(long sequence, Outcome outcome) {
        return new EventLog.Entry(sequence, new RunEvent.Ended(outcome));
    }

    private Run ended(int number, boolean pinned) {
        Run run = run(number);
        run.log().append(new RunEvent.Value("number", number));
        run.log().append(new RunEvent.Ended(new Outcome.Finished()));
        table.insertEnded(run, "v", "finished", pinned);
        return run;
    }

    @Test
    void aRowKeepsWhatWasSubmitted() {
        Run run = waiting(3, "visitor");
        RunRow row = table.find(run.id()).orElseThrow();
        assertThat(row.identity()).isEqualTo(run.identity());
        assertThat(row.parameters()).isEqualTo(run.setup().canonical());
        assertThat(row.state()).isEqualTo(RunRow.WAITING);
        assertThat(row.visitor()).isEqualTo("visitor");
        assertThat(row.estimateSeconds()).isEqualTo(1);
        assertThat(row.submitted()).isBetween(Instant.now().minusSeconds(600), Instant.now());
        assertThat(table.find("nobody")).isEmpty();
    }

    @Test
    void anIdentityWaitsOrRunsOnceAtATime() {
        Run run = waiting(1, "a");
        assertThat(table.insertWaiting(run(1), "b", 1)).isFalse();
        assertThat(table.active(run.identity())).map(RunRow::id).contains(run.id());
        int attempt = table.claim(run.id(), "p").orElseThrow().attempt();
        assertThat(table.insertWaiting(run(1), "b", 1)).isFalse();
        assertThat(
                        table.finish(
                                run.id(),
                                attempt,
                                List.of(ended(1, new Outcome.Finished())),
                                "finished",
                                5))
                .isTrue();
        assertThat(table.active(run.identity())).isEmpty();
        assertThat(table.finished(run.identity())).map(RunRow::elapsedMillis).contains(5.0);
        assertThat(table.insertWaiting(run(1), "b", 1)).isTrue();
    }

    @Test
    void anAttemptThatWasTakenOverStoresNothing() {
        Run run = waiting(1, "a");
        RunRow first = table.claim(run.id(), "p").orElseThrow();
        assertThat(table.append(run.id(), first.attempt(), List.of(value(1), value(2)))).isTrue();
        RunRow second = table.claim(run.id(), "q").orElseThrow();
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.lastEvent())
                .as("beyond what the first may have shown")
                .isGreaterThan(10_000);
        assertThat(table.eventsAfter(run.id(), 0)).isEmpty();
        assertThat(table.append(run.id(), first.attempt(), List.of(value(3)))).isFalse();
        assertThat(
                        table.finish(
                                run.id(),
                                first.attempt(),
                                List.of(ended(3, new Outcome.Finished())),
                                "finished",
                                1))
                .isFalse();
        long next = second.lastEvent() + 1;
        assertThat(table.append(run.id(), second.attempt(), List.of(value(next)))).isTrue();
        assertThat(table.eventsAfter(run.id(), 2)).containsExactly(value(next));
        assertThat(table.find(run.id()).orElseThrow().ended()).isFalse();
    }

    @Test
    void aFailedFinishLeavesNothingBehind() {
        Run run = waiting(1, "a");
        RunRow row = table.claim(run.id(), "p").orElseThrow();
        table.append(run.id(), row.attempt(), List.of(value(1)));
        assertThatThrownBy(() ->
                        table.finish(
                                run.id(),
                                row.attempt(),
                                List.of(value(1), ended(2, new Outcome.Finished())),
                                "finished",
                                1))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
        assertThat(table.find(run.id())).map(RunRow::lastEvent).contains(1L);
        assertThat(table.finished(run.identity())).isEmpty();
    }

    @Test
    void manyEventsAreStoredInChunksThatCanBeReadBack() {
        Run run = waiting(1, "a");
        RunRow row = table.claim(run.id(), "p").orElseThrow();
        List<EventLog.Entry> large =
                java.util.stream.LongStream.rangeClosed(1, 3)
                        .mapToObj(i ->
                                new EventLog.Entry(
                                        i,
                                        new RunEvent.Grid(
                                                "flood",
                                                1000,
                                                600,
                                                new double[600_000],
                                                List.of(),
                                                List.of())))
                        .toList();
        assertThat(table.append(run.id(), row.attempt(), large)).isTrue();
        assertThat(
                        jdbc.sql("select count(*) from run_events where run_id = ?")
                                .param(run.id())
                                .query(Integer.class)
                                .single())
                .isGreaterThan(1);
        assertThat(table.eventsAfter(run.id(), 0))
                .extracting(EventLog.Entry::sequence)
                .containsExactly(1L, 2L, 3L);
        assertThat(table.eventsAfter(run.id(), 2)).hasSizeBetween(1, 2);
    }

    @Test
    void aWaitingRunEndsWhenCancelledARunningOneIsTold() {
        Outcome stopped = new Outcome.Stopped(StopSignal.Reason.VISITOR);
        Run waiting = waiting(1, "a");
        table.cancel(waiting.id(), ended(1, stopped));
        assertThat(table.find(waiting.id())).map(RunRow::outcome).contains("stopped");
        assertThat(table.eventsAfter(waiting.id(), 0)).containsExactly(ended(1, stopped));
        assertThat(table.claim(waiting.id(), "p")).isEmpty();

        Run running = waiting(2, "a");
        table.claim(running.id(), "p");
        table.cancel(running.id(), ended(1, stopped));
        assertThat(table.cancelled("p")).containsExactly(running.id());
        assertThat(table.cancelled("q")).isEmpty();
        assertThat(table.find(running.id()).orElseThrow().ended()).isFalse();
    }

    @Test
    void whatADeadProcessWasToStopEnds() {
        Outcome stopped = new Outcome.Stopped(StopSignal.Reason.VISITOR);
        Run run = waiting(1, "a");
        RunRow row = table.claim(run.id(), "dead").orElseThrow();
        table.endCancelled(run.id(), ended(1, stopped));
        assertThat(table.find(run.id()).orElseThrow().ended()).as("not cancelled").isFalse();
        table.cancel(run.id(), ended(1, stopped));
        assertThat(table.claim(run.id(), "q")).isEmpty();
        table.endCancelled(run.id(), ended(row.lastEvent() + 1, stopped));
        assertThat(table.find(run.id())).map(RunRow::outcome).contains("stopped");
        assertThat(table.active(run.identity())).isEmpty();
        assertThat(table.insertWaiting(run(1), "b", 1)).isTrue();
    }

    @Test
    void theQueueGoesByWhatAVisitorHasUnfinished() {
        Run a0 = waiting(10, "a");
        Run a1 = waiting(11, "a");
        Run a2 = waiting(12, "a");
        Run b0 = waiting(20, "b");
        assertThat(table.queue())
                .extracting(RunRow::id)
                .containsExactly(a0.id(), b0.id(), a1.id(), a2.id());
        table.claim(a1.id(), "p");
        assertThat(table.queue()).extracting(RunRow::id).startsWith(a1.id());
        assertThat(table.waiting()).isEqualTo(3);
        assertThat(table.unfinishedOf("a")).isEqualTo(3);
        table.giveBack(a1.id(), 1);
        assertThat(table.waiting()).isEqualTo(4);
    }

    @Test
    void aRunIsAbandonedWhenNobodyLooksAndNobodyPinnedIt() {
        Run run = waiting(1, "a");
        Instant now = Instant.now();
        assertThat(table.watches().abandoned(SOON, now))
                .extracting(RunRow::id)
                .containsExactly(run.id());
        assertThat(table.watches().abandoned(now.minusSeconds(60), now)).as("too young").isEmpty();
        table.watches().watch(run.id(), "p", now.plusSeconds(60));
        table.watches().watch(run.id(), "p", now.plusSeconds(90));
        table.watches().watch(run.id(), "q", now.minusSeconds(10));
        assertThat(table.watches().abandoned(SOON, now)).isEmpty();
        assertThat(table.watches().unwatch(run.id(), "p")).as("q's watch is over").isTrue();
        assertThat(table.watches().abandoned(SOON, now)).hasSize(1);
        assertThat(table.watches().abandoned(SOON, now.minusSeconds(30)))
                .as("q may come back")
                .isEmpty();
        table.pin(run.id());
        assertThat(table.watches().abandoned(SOON, now)).isEmpty();
        assertThat(table.watches().unwatch(run.id(), "q")).isFalse();
        table.watches().watch("no such run", "p", now);
    }

    @Test
    void retentionGoesByAgeAndSizeAndSparesWhatIsPinned() {
        Run old = ended(1, false);
        Run pinned = ended(2, true);
        Run middle = ended(3, false);
        Run fresh = ended(4, false);
        Run unfinished = waiting(5, "a");
        age(old, 40);
        age(pinned, 50);
        age(middle, 20);
        age(unfinished, 60);
        assertThat(table.deleteUnusedSince(Instant.now().minusSeconds(30 * 86_400))).isEqualTo(1);
        assertThat(table.find(old.id())).isEmpty();
        assertThat(table.eventsAfter(old.id(), 0)).isEmpty();
        long stored = table.storedBytes(false) + table.storedBytes(true);
        assertThat(table.deleteBeyond(stored)).isZero();
        assertThat(table.deleteBeyond(stored - 1)).isEqualTo(1);
        assertThat(table.find(middle.id())).isEmpty();
        table.deleteBeyond(0);
        assertThat(table.find(fresh.id())).isEmpty();
        assertThat(table.find(pinned.id())).isPresent();
        assertThat(table.find(unfinished.id())).isPresent();
        assertThat(table.storedBytes(true)).isPositive();
    }

    private void age(Run run, int days) {
        jdbc.sql("update run set used_at = ? where id = ?")
                .params(
                        java.sql.Timestamp.from(Instant.now().minusSeconds(days * 86_400L)),
                        run.id())
                .update();
    }

    @Test
    void aRowWithForeignParametersIsReadWithout() {
        Run run = ended(1, false);
        for (String text : List.of("not json", "[1,2]", "{\"act\":{}}", "")) {
            jdbc.sql("update run set parameters = ? where id = ?").params(text, run.id()).update();
            assertThat(table.find(run.id()).orElseThrow().parameters()).isEmpty();
        }
    }
}
