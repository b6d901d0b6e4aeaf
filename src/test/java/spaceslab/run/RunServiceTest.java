package spaceslab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import spaceslab.experiment.Language;
import spaceslab.experiment.Obstacle;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.StopSignal;
import spaceslab.run.Probe.Act;
import spaceslab.run.Probe.Task;

@Timeout(240)
@ExtendWith(OutputCaptureExtension.class)
class RunServiceTest {
    private final RunBench bench = new RunBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void concurrentIdenticalRequestsAreComputedOnce() throws Exception {
        int clients = 32;
        CyclicBarrier start = new CyclicBarrier(clients);
        Set<String> ids = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int round = 0; round < 20; round++) {
                int number = round;
                ids.clear();
                List<Future<?>> answers = new ArrayList<>();
                for (int i = 0; i < clients; i++) {
                    answers.add(
                            threads.submit(() -> {
                                start.await();
                                Run run =
                                        bench.submit(Task.live(Act.ANSWER, number), new Object())
                                                .run();
                                ids.add(run.id());
                                assertThat(RunBench.outcome(run))
                                        .isInstanceOf(Outcome.Finished.class);
                                return run;
                            }));
                }
                for (Future<?> answer : answers) {
                    answer.get(60, TimeUnit.SECONDS);
                }
                assertThat(ids).as("runs of round %d", round).hasSize(1);
                assertThat(bench.probe().computed()).isEqualTo(round + 1);
            }
        }
    }

    @Test
    void aFinishedRunAnswersFromTheCacheAndSaysSo() throws Exception {
        Run first = bench.submit(Task.live(Act.ANSWER, 3), "a").run();
        RunBench.outcome(first);
        bench.awaitIdle();
        RunService.Submission again = bench.submit(Task.live(Act.ANSWER, 3), "b");
        assertThat(again.cached()).isTrue();
        assertThat(again.run()).isSameAs(first);
        assertThat(bench.probe().computed()).isEqualTo(1);
        assertThat(RunJson.run(first, true, Language.EN).get("cached").asBoolean()).isTrue();
    }

    @Test
    void otherParametersAreAnotherRun() throws Exception {
        Run first = bench.submit(Task.live(Act.ANSWER, 3), "a").run();
        Run second = bench.submit(Task.live(Act.ANSWER, 4), "a").run();
        assertThat(first.identity()).isNotEqualTo(second.identity());
        RunBench.outcome(first);
        RunBench.outcome(second);
        assertThat(second.log().result().number("number")).isEqualTo(4);
    }

    @Test
    void aRunThatFailedIsNotServedAgain() throws Exception {
        notCached(bench, Task.live(Act.FAIL, 1), Outcome.Failed.class);
    }

    @Test
    void aRunOverBudgetIsNotServedAgain() throws Exception {
        try (RunBench hurried = new RunBench(RunBench.hurried(0.1, 0.1))) {
            notCached(hurried, Task.queued(Act.BURN, 1), Outcome.OverBudget.class);
        }
    }

    private static void notCached(RunBench bench, Task task, Class<? extends Outcome> kind)
            throws InterruptedException {
        Run first = bench.submit(task, "a").run();
        assertThat(RunBench.outcome(first)).isInstanceOf(kind);
        bench.awaitIdle();
        RunService.Submission again = bench.submit(task, "a");
        assertThat(again.cached()).isFalse();
        assertThat(again.run()).isNotSameAs(first);
        assertThat(RunBench.outcome(again.run())).isInstanceOf(kind);
        assertThat(bench.probe().computed()).isEqualTo(2);
    }

    @Test
    void stopFreesTheWorkerAtOnceAndKeepsWhatWasFound() throws Exception {
        Run streaming = bench.submit(Task.queued(Act.STREAM, 1), "a").run();
        awaitPoints(streaming);
        Run next = bench.submit(Task.queued(Act.ANSWER, 2), "b").run();
        assertThat(next.log().ended()).as("the only worker is busy").isFalse();
        bench.release(streaming, "a");
        assertThat(RunBench.outcome(streaming))
                .isEqualTo(new Outcome.Stopped(StopSignal.Reason.VISITOR));
        assertThat(streaming.log().result().series("steps").x()).isNotEmpty();
        assertThat(RunBench.outcome(next)).isInstanceOf(Outcome.Finished.class);
        bench.awaitIdle();
        assertThat(bench.submit(Task.queued(Act.STREAM, 1), "c").cached()).isFalse();
    }

    @Test
    void aSharedRunEndsOnlyWhenNobodyIsLeft() throws Exception {
        Run run = bench.submit(Task.queued(Act.STREAM, 1), "a").run();
        assertThat(bench.submit(Task.queued(Act.STREAM, 1), "b").run()).isSameAs(run);
        awaitPoints(run);
        bench.release(run, "a");
        assertThat(run.log().awaitEnd(50)).isFalse();
        bench.release(run, "stranger");
        assertThat(run.log().awaitEnd(50)).isFalse();
        bench.release(run, "b");
        assertThat(RunBench.outcome(run)).isInstanceOf(Outcome.Stopped.class);
    }

    @Test
    void aNewerRunSupersedesTheOlderWhichStops() throws Exception {
        List<Run> older = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Run run = bench.submit(Task.live(Act.STREAM, i), "page").run();
            older.forEach(o -> bench.runs().release(o, "page", StopSignal.Reason.SUPERSEDED));
            older.add(run);
        }
        Run newest = older.removeLast();
        for (Run run : older) {
            assertThat(RunBench.outcome(run))
                    .isEqualTo(new Outcome.Stopped(StopSignal.Reason.SUPERSEDED));
        }
        awaitPoints(newest);
        assertThat(newest.log().ended()).isFalse();
    }

    @Test
    void whoJoinsAsARunIsGivenUpGetsOneThatGoesOn() throws Exception {
        Run first = bench.submit(Task.queued(Act.STREAM, 1), "a").run();
        awaitPoints(first);
        bench.release(first, "a");
        Run second = bench.submit(Task.queued(Act.STREAM, 1), "b").run();
        // either the first, saved in time, or a fresh one; never one that is being stopped
        awaitPoints(second);
        long seen = second.log().last();
        RunBench.until(
                "it goes on", () -> second.log().ended() || second.log().last() > seen + 100);
        assertThat(second.log().ended()).isFalse();
    }

    @Test
    void theTimeBudgetEndsTheLoopAndKeepsThePartialResult() throws Exception {
        RunLimits limits = RunBench.hurried(0.1, 0.1);
        try (RunBench hurried = new RunBench(limits)) {
            Run run = hurried.submit(Task.queued(Act.BURN, 1), "a").run();
            assertThat(RunBench.outcome(run)).isEqualTo(new Outcome.OverBudget(limits.queued()));
            assertThat(run.log().result().series("steps").x()).isNotEmpty();
            assertThat(RunJson.run(run, false, Language.EN).get("outcome").asString())
                    .isEqualTo("overBudget");
        }
    }

    @Test
    void aLiveRunBeyondItsBudgetGoesOnInTheQueueForAllWhoHoldIt() throws Exception {
        // a thousand spins take far longer than 120 ms of processor time
        try (RunBench hurried = new RunBench(RunBench.hurried(0.06, 60))) {
            Run run = hurried.submit(Task.live(Act.SPIN, 1), "a").run();
            assertThat(run.log().awaitEnd(50_000)).isTrue();
            assertThat(run.log().result().outcome()).containsInstanceOf(Outcome.Finished.class);
            assertThat(run.log().result().series("steps").x()).hasSize(Probe.SPINS);
            assertThat(run.passedOn()).isTrue();
            assertThat(run.durable()).isTrue();
            assertThat(hurried.probe().computed()).isEqualTo(2);
            RunBench.until(
                    "it is in the cache",
                    () -> hurried.submit(Task.live(Act.SPIN, 1), "b").cached());
            assertThat(hurried.find(run.id())).containsSame(run);
            assertThat(hurried.table().find(run.id()).orElseThrow().outcome())
                    .isEqualTo("finished");
        }
    }

    @Test
    void aLiveRunThatNobodyHoldsDoesNotGoOnInTheQueue() throws Exception {
        try (RunBench hurried = new RunBench(RunBench.hurried(60, 60))) {
            Run run = hurried.submit(Task.live(Act.BURN, 1), "a").run();
            awaitPoints(run);
            hurried.release(run, "a");
            assertThat(RunBench.outcome(run))
                    .isEqualTo(new Outcome.Stopped(StopSignal.Reason.VISITOR));
            assertThat(hurried.table().find(run.id())).isEmpty();
        }
    }

    @Test
    void aPassedOnRunIsStoppedByWhoeverHoldsIt() throws Exception {
        try (RunBench hurried = new RunBench(RunBench.hurried(0.06, 60))) {
            Run run = hurried.submit(Task.live(Act.BURN, 1), "a").run();
            while (!run.passedOn() || run.state() != Run.State.RUNNING) {
                assertThat(run.log().ended()).isFalse();
                Thread.sleep(2);
            }
            assertThat(hurried.submit(Task.live(Act.BURN, 1), "b").run())
                    .as("one computation")
                    .isSameAs(run);
            hurried.release(run, "a");
            hurried.release(run, "b");
            assertThat(RunBench.outcome(run))
                    .isEqualTo(new Outcome.Stopped(StopSignal.Reason.VISITOR));
        }
    }

    @Test
    void aLiveRunThatIsHopelessByItsEstimateGoesToTheQueue() throws Exception {
        try (RunBench hurried = new RunBench(RunBench.hurried(1, 60))) {
            Run run = hurried.submit(Task.live(Act.HEAVY, 3), "a").run();
            assertThat(RunBench.outcome(run)).isInstanceOf(Outcome.Finished.class);
            assertThat(run.durable()).isTrue();
            assertThat(hurried.probe().threads()).containsExactly("compute-queued");
        }
    }

    @Test
    void whereThePoolHasNoRoomALiveRunGoesToTheQueue() throws Exception {
        try (RunBench full = new RunBench(RunBench.hurried(60, 60))) {
            int room = full.room();
            List<Run> live = new ArrayList<>();
            for (int i = 0; i < room; i++) {
                live.add(full.submit(Task.live(Act.WAIT, i), "a" + i).run());
            }
            assertThat(live).noneMatch(Run::durable);
            Run next = full.submit(Task.live(Act.ANSWER, room), "b").run();
            assertThat(next.durable()).isTrue();
            assertThat(RunBench.outcome(next)).isInstanceOf(Outcome.Finished.class);
        }
    }

    @Test
    void theMemoryBudgetEndsTheLoopAndBoundsTheLog() throws Exception {
        Run run = bench.submit(Task.queued(Act.FLOOD, 1), "a").run();
        assertThat(RunBench.outcome(run)).isInstanceOf(Outcome.OverBudget.class);
        assertThat(run.log().bytes()).isLessThan(RunBench.LIMITS.runBytes() + 200_000);
    }

    @Test
    void whatIsHopelessIsRefusedUnseen() {
        for (Act act : List.of(Act.LONG, Act.LARGE)) {
            Refused refused =
                    catchThrowableOfType(Refused.class, () -> bench.submit(Task.live(act, 1), "a"));
            assertThat(refused.key()).isEqualTo(act == Act.LONG ? "budgetSeconds" : "budgetBytes");
            assertThat(refused.arguments()).hasSize(2);
        }
        assertThat(bench.probe().computed()).isZero();
    }

    @Test
    void whatThisMachineCannotRunIsRefusedWithTheReason() throws Exception {
        bench.probe().hinder(Obstacle.of("noTrainingEngine", "Plan 9 mips", "no library"));
        for (Task task : List.of(Task.live(Act.ANSWER, 1), Task.queued(Act.ANSWER, 1))) {
            Refused refused = catchThrowableOfType(Refused.class, () -> bench.submit(task, "a"));
            assertThat(refused.key()).isEqualTo("noTrainingEngine");
            assertThat(refused.arguments()).containsExactly("Plan 9 mips", "no library");
            assertThat(refused.retrySeconds()).isZero();
        }
        assertThat(bench.probe().computed()).isZero();
    }

    @Test
    void aFullQueueRefusesWithATimeToComeBack() throws Exception {
        List<Run> waiting = new ArrayList<>();
        for (int i = 0; i < 1 + RunBench.LIMITS.queueLength(); i++) {
            waiting.add(bench.submit(Task.queued(Act.WAIT, i), "a").run());
            RunBench.until("the first runs", () -> waiting.getFirst().state() != Run.State.WAITING);
        }
        Refused refused =
                catchThrowableOfType(
                        Refused.class, () -> bench.submit(Task.queued(Act.WAIT, 99), "b"));
        assertThat(refused.key()).isEqualTo("queueFull");
        assertThat(refused.retrySeconds()).isPositive();
        bench.probe().open();
        for (Run run : waiting) {
            assertThat(RunBench.outcome(run)).isInstanceOf(Outcome.Finished.class);
        }
        Run later = bench.submit(Task.queued(Act.WAIT, 99), "b").run();
        assertThat(RunBench.outcome(later)).isInstanceOf(Outcome.Finished.class);
    }

    @Test
    void aFailureShowsAnIdThatTheLogExplains(CapturedOutput output) throws Exception {
        Run run = bench.submit(Task.live(Act.FAIL, 1), "a").run();
        Outcome.Failed failed = (Outcome.Failed) RunBench.outcome(run);
        assertThat(failed.problemId()).matches("[0-9a-f]{12}");
        assertThat(output.getAll())
                .contains(failed.problemId(), "the secret reason of the failure");
        assertThat(RunJson.run(run, false, Language.EN).toString())
                .contains(failed.problemId())
                .doesNotContain("secret", "Exception", "Probe.java");
    }

    @Test
    void anUndeclaredResultFailsTheRun() throws Exception {
        Run run = bench.submit(Task.live(Act.LIE, 1), "a").run();
        assertThat(RunBench.outcome(run)).isInstanceOf(Outcome.Failed.class);
        assertThat(run.log().result().values()).isEmpty();
    }

    @Test
    void nothingIsComputedOnTheThreadThatAsks() throws Exception {
        for (boolean live : new boolean[] {true, false}) {
            RunBench.outcome(bench.submit(new Task(Act.ANSWER, 5, live), "a").run());
        }
        assertThat(bench.probe().threads())
                .hasSize(2)
                .allMatch(name -> name.startsWith("compute-"))
                .doesNotContain(Thread.currentThread().getName());
    }

    @Test
    void afterTheCloseNothingIsTakenAndWhatRunsStops() throws Exception {
        Run run = bench.submit(Task.live(Act.STREAM, 1), "a").run();
        awaitPoints(run);
        bench.runs().close();
        assertThat(RunBench.outcome(run))
                .isEqualTo(new Outcome.Stopped(StopSignal.Reason.SHUTDOWN));
        Refused refused =
                catchThrowableOfType(
                        Refused.class, () -> bench.submit(Task.live(Act.ANSWER, 1), "a"));
        assertThat(refused.key()).isEqualTo("shutdown");
        assertThat(refused.retrySeconds()).isPositive();
    }

    @Test
    void runsAreFoundByIdWhileUnderWayAndAfter() throws Exception {
        Run run = bench.submit(Task.queued(Act.WAIT, 1), "a").run();
        assertThat(bench.find(run.id())).containsSame(run);
        bench.probe().open();
        RunBench.outcome(run);
        bench.awaitIdle();
        assertThat(bench.find(run.id()).orElseThrow().log().result().number("number")).isEqualTo(1);
        assertThat(bench.find("0000")).isEmpty();
    }

    @Test
    void keptRunsStayWithinTheirMemory() throws Exception {
        List<Run> all = new ArrayList<>();
        try (RunBench small = new RunBench(RunBench.limits(2_000))) {
            for (int i = 0; i < 30; i++) {
                Run run = small.submit(Task.live(Act.ANSWER, i), "a").run();
                RunBench.outcome(run);
                small.awaitIdle();
                all.add(run);
            }
            long kept = all.stream().filter(r -> small.find(r.id()).isPresent()).count();
            long bytes = all.getFirst().log().bytes();
            assertThat(kept).isBetween(1L, Math.max(1, 2_000 / bytes));
            assertThat(small.find(all.getLast().id())).isPresent();
            assertThat(small.submit(Task.live(Act.ANSWER, 0), "a").cached()).isFalse();
        }
    }

    private static void awaitPoints(Run run) throws InterruptedException {
        RunBench.until("points arrive", () -> run.log().last() > 0);
        assertThat(run.log().ended()).isFalse();
    }
}
