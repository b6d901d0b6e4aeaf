package spaceslab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import spaceslab.experiment.Language;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.StopSignal;
import spaceslab.run.Probe.Act;
import spaceslab.run.Probe.Task;

/** Several processes, as benches, on one database. */
@Timeout(240)
class DurableRunsTest {
    private final DataSource database = RunBench.memory();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final List<RunBench> benches = new ArrayList<>();

    @AfterEach
    void close() {
        benches.forEach(RunBench::close);
    }

    private RunBench bench(RunLimits.Role role) {
        return bench(RunBench.limits(role, 100, 60, 1_000_000));
    }

    private RunBench bench(RunLimits limits) {
        RunBench bench = new RunBench(limits, database);
        benches.add(bench);
        return bench;
    }

    @Test
    void aFinishedRunAnswersInAnotherProcessWithTheSameBytes() throws Exception {
        RunBench first = bench(RunLimits.Role.BOTH);
        Run run = first.submit(Task.queued(Act.ANSWER, 7), "a").run();
        assertThat(RunBench.outcome(run)).isInstanceOf(Outcome.Finished.class);
        RunBench second = bench(RunLimits.Role.BOTH);
        RunService.Submission again = second.submit(Task.queued(Act.ANSWER, 7), "b");
        assertThat(again.cached()).isTrue();
        assertThat(RunJson.run(again.run(), true, Language.EN).toString())
                .isEqualTo(RunJson.run(run, true, Language.EN).toString());
        assertThat(second.probe().computed()).isZero();
        assertThat(second.counted("spaceslab.cache.hits")).isEqualTo(1);
        assertThat(second.find(run.id()).orElseThrow().log().ended()).isTrue();
    }

    @Test
    void aRunOfAnotherProcessStreamsHereAndStopsFromHere() throws Exception {
        RunBench web = bench(RunLimits.Role.WEB);
        Run run = web.submit(Task.queued(Act.STREAM, 1), "page").run();
        RunBench.until("a place is shown", () -> run.place().isPresent());
        RunBench worker = bench(RunLimits.Role.WORKER);
        RunBench.until("points arrive", () -> run.log().last() > 5);
        assertThat(run.state()).isEqualTo(Run.State.RUNNING);
        assertThat(web.probe().computed()).isZero();
        web.release(run, "page");
        assertThat(RunBench.outcome(run)).isEqualTo(new Outcome.Stopped(StopSignal.Reason.VISITOR));
        assertThat(run.elapsedMillis()).isPositive();
        assertThat(run.log().result().series("steps").x()).isNotEmpty();
        Run next = web.submit(Task.queued(Act.ANSWER, 2), "page").run();
        assertThat(RunBench.outcome(next)).isInstanceOf(Outcome.Finished.class);
        assertThat(worker.probe().computed()).isEqualTo(2);
    }

    @Test
    void twoThousandEventsASecondReachAHundredWatchersHereAndElsewhere() throws Exception {
        int events = 3_000;
        RunBench worker = bench(RunLimits.Role.BOTH);
        RunBench web = bench(RunLimits.Role.WEB);
        Run here = worker.submit(Task.queued(Act.BURST, events), "page").run();
        Run there = web.submit(Task.queued(Act.BURST, events), "other").run();
        assertThat(there).isNotSameAs(here);
        assertThat(there.id()).isEqualTo(here.id());
        List<List<Long>> seen = new ArrayList<>();
        List<Thread> watchers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Run run = i % 2 == 0 ? here : there;
            List<Long> mine = new ArrayList<>();
            seen.add(mine);
            int delay = i * 10;
            watchers.add(Thread.ofVirtual().start(() -> follow(run, mine, delay)));
        }
        for (Thread watcher : watchers) {
            watcher.join();
        }
        for (List<Long> mine : seen) {
            assertThat(mine).hasSize(events + 1).isSorted().doesNotHaveDuplicates();
        }
        assertThat(there.log().result().series("steps").y())
                .isEqualTo(here.log().result().series("steps").y())
                .hasSize(events);
        assertThat(worker.probe().computed()).isEqualTo(1);
        assertThat(worker.counted("spaceslab.events")).isEqualTo(events + 1);
    }

    private static void follow(Run run, List<Long> seen, int joinAfterMillis) {
        try {
            Thread.sleep(joinAfterMillis);
            while (true) {
                boolean ended = run.log().ended();
                long last = seen.isEmpty() ? 0 : seen.getLast();
                run.log().since(last).forEach(e -> seen.add(e.sequence()));
                if (ended) {
                    return;
                }
                Thread.sleep(20);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aVisitorWithFiftyRunsDelaysAnotherByOne() throws Exception {
        RunBench bench = bench(RunLimits.Role.BOTH);
        bench.submit(Task.queued(Act.WAIT, 0), "tab", "greedy");
        RunBench.until("the first runs", () -> bench.probe().computed() == 1);
        List<Run> greedy = new ArrayList<>();
        for (int i = 1; i < 50; i++) {
            greedy.add(bench.submit(Task.queued(Act.ANSWER, i), "tab" + i, "greedy").run());
        }
        Run last = greedy.getLast();
        List<Run.Place> places = Collections.synchronizedList(new ArrayList<>());
        places.add(last.place().orElseThrow());
        Run other = bench.submit(Task.queued(Act.ANSWER, 1_000), "page", "other").run();
        assertThat(other.place()).map(Run.Place::position).contains(1);
        // the other went ahead of it, and still its place does not go back
        places.add(last.place().orElseThrow());
        EventLog.Watch watch = last.log().watch(() -> last.place().ifPresent(places::add));
        // what was fetched before the other came is forgotten at the next poll of the queue
        Thread.sleep(500);
        bench.probe().open();
        assertThat(RunBench.outcome(other)).isInstanceOf(Outcome.Finished.class);
        assertThat(bench.probe().order().indexOf(1_000)).isEqualTo(1);
        assertThat(last.log().awaitEnd(120_000)).isTrue();
        watch.close();
        for (int i = 1; i < places.size(); i++) {
            assertThat(places.get(i).position()).isLessThanOrEqualTo(places.get(i - 1).position());
            assertThat(places.get(i).seconds()).isLessThanOrEqualTo(places.get(i - 1).seconds());
        }
    }

    @Test
    void aVisitorsOwnLimitIsRefusedWithATime() {
        RunBench bench =
                new RunBench(RunBench.limits(RunLimits.Role.WEB, 10, 2, 1_000_000), database);
        benches.add(bench);
        bench.submit(Task.queued(Act.ANSWER, 1), "a", "visitor");
        bench.submit(Task.queued(Act.ANSWER, 2), "b", "visitor");
        Refused refused =
                catchThrowableOfType(
                        Refused.class,
                        () -> bench.submit(Task.queued(Act.ANSWER, 3), "c", "visitor"));
        assertThat(refused.key()).isEqualTo("visitorFull");
        assertThat(refused.retrySeconds()).isPositive();
        assertThat(bench.submit(Task.queued(Act.ANSWER, 2), "d", "visitor").run())
                .as("joining costs nothing")
                .isNotNull();
        bench.submit(Task.queued(Act.ANSWER, 3), "e", "another visitor");
    }

    @Test
    void whoWatchesAnAttemptThatWasTakenOverSeesTheWholeNewOne() throws Exception {
        RunBench bench = bench(RunLimits.Role.BOTH);
        Run run = bench.submit(Task.queued(Act.STREAM, 1), "page").run();
        RunBench.until("points arrive", () -> run.log().last() > 20);
        RunRow taken = bench.table().claim(run.id(), "another process").orElseThrow();
        long next = taken.lastEvent();
        RunEvent number = new RunEvent.Value("number", 5);
        boolean finished =
                bench.table()
                        .finish(
                                run.id(),
                                taken.attempt(),
                                List.of(
                                        new EventLog.Entry(next + 1, new RunEvent.Restarted(2)),
                                        new EventLog.Entry(next + 2, number),
                                        new EventLog.Entry(
                                                next + 3,
                                                new RunEvent.Ended(new Outcome.Finished()))),
                                "finished",
                                12);
        assertThat(finished).isTrue();
        assertThat(RunBench.outcome(run)).isInstanceOf(Outcome.Finished.class);
        assertThat(run.log().result().number("number")).isEqualTo(5);
        assertThat(run.log().result().series()).isEmpty();
        assertThat(run.elapsedMillis()).isEqualTo(12);
    }

    @Test
    void aRunLeftByADeadProcessIsComputedFromTheStart() throws Exception {
        RunBench web = bench(RunLimits.Role.WEB);
        Run run = web.submit(Task.queued(Act.ANSWER, 3), "page").run();
        RunRow dead = web.table().claim(run.id(), "dead").orElseThrow();
        web.table()
                .append(
                        run.id(),
                        dead.attempt(),
                        List.of(new EventLog.Entry(1, new RunEvent.Value("number", 99))));
        RunBench.until("the old attempt is seen", () -> run.log().last() == 1);
        bench(RunLimits.Role.WORKER);
        assertThat(RunBench.outcome(run)).isInstanceOf(Outcome.Finished.class);
        assertThat(run.log().result().number("number")).isEqualTo(3);
        assertThat(run.log().since(1).getFirst().event()).isEqualTo(new RunEvent.Restarted(2));
    }

    @Test
    void whatADeadProcessShouldHaveStoppedEndsAndCanBeAskedForAgain() throws Exception {
        RunBench web = bench(RunLimits.Role.WEB);
        Run run = web.submit(Task.queued(Act.ANSWER, 3), "page").run();
        web.table().claim(run.id(), "dead");
        web.release(run, "page");
        RunBench worker = bench(RunLimits.Role.WORKER);
        assertThat(RunBench.outcome(run)).isInstanceOf(Outcome.Stopped.class);
        assertThat(worker.probe().computed()).isZero();
        Run again = web.submit(Task.queued(Act.ANSWER, 3), "page").run();
        assertThat(RunBench.outcome(again)).isInstanceOf(Outcome.Finished.class);
    }

    @Test
    void aRunWhoseProcessesAllDiedIsGivenUp() throws Exception {
        RunBench web = bench(RunLimits.Role.WEB);
        Run run = web.submit(Task.queued(Act.ANSWER, 3), "page").run();
        jdbc.sql("update run set attempt = 8 where id = ?").param(run.id()).update();
        RunBench worker = bench(RunLimits.Role.WORKER);
        assertThat(RunBench.outcome(run)).isEqualTo(new Outcome.Failed("attempts"));
        assertThat(worker.probe().computed()).isZero();
    }

    @Test
    void aTaskThatWasLostComesBackIntoTheQueue() throws Exception {
        RunBench web = bench(RunLimits.Role.WEB);
        Run run = web.submit(Task.queued(Act.ANSWER, 3), "page").run();
        web.table().claim(run.id(), "dead");
        jdbc.sql("delete from scheduled_tasks").update();
        bench(RunLimits.Role.WORKER);
        assertThat(run.log().awaitEnd(60_000)).isTrue();
        assertThat(run.log().result().number("number")).isEqualTo(3);
    }

    @Test
    void corruptAndForeignRowsArePassedOver() throws Exception {
        RunBench first = bench(RunLimits.Role.BOTH);
        Run corrupt = first.submit(Task.queued(Act.ANSWER, 1), "a").run();
        Run foreign = first.submit(Task.queued(Act.ANSWER, 2), "a").run();
        RunBench.outcome(corrupt);
        RunBench.outcome(foreign);
        jdbc.sql("update run_events set events = ? where run_id = ?")
                .params(new byte[] {1, 2, 3}, corrupt.id())
                .update();
        jdbc.sql(
                        "update run set parameters = '{\"act\":\"unheard\"}', engine_version = 0 where id = ?")
                .param(foreign.id())
                .update();
        RunBench second = bench(RunLimits.Role.WEB);
        assertThat(second.find(corrupt.id())).isEmpty();
        assertThat(second.find(foreign.id())).isEmpty();
        RunService.Submission again = second.submit(Task.queued(Act.ANSWER, 1), "b");
        assertThat(again.cached()).isFalse();
        assertThat(RunBench.outcome(again.run())).isInstanceOf(Outcome.Finished.class);
        RunBench third = bench(RunLimits.Role.WEB);
        assertThat(third.submit(Task.queued(Act.ANSWER, 1), "c").cached()).isTrue();
    }

    @Test
    void aCorruptRunEndsForItsWatchersAndDoesNotHoldUpOthers() throws Exception {
        RunBench web = bench(RunLimits.Role.WEB);
        Run corrupt = web.submit(Task.queued(Act.ANSWER, 1), "a").run();
        RunRow row = web.table().claim(corrupt.id(), "elsewhere").orElseThrow();
        jdbc.sql(
                        "insert into run_events (run_id, first_event, last_event, events) values (?, 1, 4, ?)")
                .params(corrupt.id(), new byte[] {1, 2, 3})
                .update();
        jdbc.sql("update run set last_event = 4 where id = ?").param(corrupt.id()).update();
        assertThat(row.attempt()).isEqualTo(1);
        assertThat(RunBench.outcome(corrupt)).isEqualTo(new Outcome.Failed("unreadable"));
        Run other = web.submit(Task.queued(Act.ANSWER, 2), "b").run();
        bench(RunLimits.Role.WORKER);
        assertThat(RunBench.outcome(other)).isInstanceOf(Outcome.Finished.class);
    }

    @Test
    void aForeignWaitingRunFailsInsteadOfStayingForEver() throws Exception {
        RunBench web = bench(RunLimits.Role.WEB);
        Run run = web.submit(Task.queued(Act.ANSWER, 1), "a").run();
        jdbc.sql("update run set topic = 'gone' where id = ?").param(run.id()).update();
        bench(RunLimits.Role.WORKER);
        assertThat(RunBench.outcome(run)).isEqualTo(new Outcome.Failed("version"));
    }

    @Test
    void aProgramsRunGoesOnWithoutItsProcessUntilItIsDeleted() throws Exception {
        RunBench web = bench(RunLimits.Role.WEB);
        Run run =
                web.runs()
                        .submit(
                                web.setup(Task.queued(Act.ANSWER, 4)),
                                RunService.Asker.program("api", "visitor"))
                        .join()
                        .run();
        assertThat(web.table().watches().unwatch(run.id(), web.durable().process())).isFalse();
        assertThat(web.table().watches().abandoned(Instant.now().plusSeconds(60), Instant.now()))
                .isEmpty();
        assertThat(web.table().storedBytes(true)).as("it is not pinned").isZero();
        web.runs().cancel(run, "api");
        assertThat(RunBench.outcome(run)).isInstanceOf(Outcome.Stopped.class);
    }

    @Test
    void aLiveRunThatIsKeptIsStoredWhole() throws Exception {
        RunBench first = bench(RunLimits.Role.WEB);
        Run run = first.submit(Task.live(Act.BURST, 600), "a").run();
        first.runs().keep(run, "visitor").join();
        first.runs().keep(run, "visitor").join();
        RunBench second = bench(RunLimits.Role.WEB);
        Run found = second.find(run.id()).orElseThrow();
        assertThat(found.log().ended()).isTrue();
        assertThat(RunJson.run(found, false, Language.EN).toString())
                .isEqualTo(RunJson.run(run, false, Language.EN).toString());
        assertThat(found.log().result().outcome()).containsInstanceOf(Outcome.Finished.class);
    }

    @Test
    void theEndOfAProcessPutsItsRunBackForAnother() throws Exception {
        RunBench first = bench(RunLimits.Role.BOTH);
        RunBench web = bench(RunLimits.Role.WEB);
        first.submit(Task.queued(Act.WAIT, 6), "page");
        Run there = web.submit(Task.queued(Act.WAIT, 6), "other").run();
        RunBench.until("it runs", () -> first.probe().computed() == 1);
        first.durable().close();
        first.queue().close();
        assertThat(first.table().find(there.id())).map(RunRow::state).contains(RunRow.WAITING);
        RunBench second = bench(RunLimits.Role.WORKER);
        second.probe().open();
        assertThat(RunBench.outcome(there)).isInstanceOf(Outcome.Finished.class);
        assertThat(second.probe().computed()).isEqualTo(1);
    }

    @Test
    void manyQuickSubmitsAllEnd() throws Exception {
        RunBench bench = bench(RunLimits.Role.BOTH);
        AtomicInteger finished = new AtomicInteger();
        for (int i = 0; i < 60; i++) {
            Run run = bench.submit(Task.queued(Act.ANSWER, i), "p" + i, "v" + i).run();
            if (run.log().awaitEnd(60_000)) {
                finished.incrementAndGet();
            }
        }
        assertThat(finished).hasValue(60);
    }
}
