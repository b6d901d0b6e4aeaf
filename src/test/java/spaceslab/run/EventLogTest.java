package spaceslab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.Seeds;

@Timeout(240)
class EventLogTest {
    private static final RunEvent END = new RunEvent.Ended(new Outcome.Finished());

    private final EventLog log = new EventLog();

    private static RunEvent point(int i) {
        return new RunEvent.Points("s", new double[] {i}, new double[] {2.0 * i});
    }

    @Test
    void numbersEventsFromOneWithoutGaps() {
        log.append(new RunEvent.Value("a", 1));
        log.append(new RunEvent.Value("a", 2));
        log.append(END);
        assertThat(log.since(0)).extracting(EventLog.Entry::sequence).containsExactly(1L, 2L, 3L);
        assertThat(log.since(2)).extracting(EventLog.Entry::event).containsExactly(END);
        assertThat(log.since(3)).isEmpty();
        assertThat(log.since(Long.MAX_VALUE)).isEmpty();
        assertThat(log.since(-5)).hasSize(3);
    }

    @Test
    void takesNothingAfterTheEnd() {
        log.append(END);
        log.append(new RunEvent.Value("late", 1));
        assertThat(log.last()).isEqualTo(1);
        assertThat(log.result().values()).isEmpty();
        assertThat(log.ended()).isTrue();
    }

    @Test
    void aWatcherThatJoinsLateSeesTheWholeHistory() throws Exception {
        int events = 20_000;
        Thread writer =
                Thread.ofVirtual()
                        .start(() -> {
                            for (int i = 0; i < events; i++) {
                                log.append(point(i));
                            }
                            log.append(END);
                        });
        SplittableRandom random = Seeds.stream("late watchers");
        for (int watcher = 0; watcher < 5; watcher++) {
            Thread.sleep(random.nextInt(5));
            assertThat(follow()).isEqualTo(LongStream.rangeClosed(1, events + 1).boxed().toList());
        }
        writer.join();
    }

    private List<Long> follow() throws InterruptedException {
        Semaphore woken = new Semaphore(1);
        List<Long> seen = new ArrayList<>();
        try (EventLog.Watch watch = log.watch(woken::release)) {
            while (!log.ended() || seen.size() < log.last()) {
                assertThat(woken.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
                woken.drainPermits();
                log.since(seen.size()).forEach(e -> seen.add(e.sequence()));
            }
        }
        return seen;
    }

    @Test
    void aClosedWatchIsWokenNoMore() {
        AtomicInteger wakes = new AtomicInteger();
        EventLog.Watch watch = log.watch(wakes::incrementAndGet);
        log.append(point(1));
        watch.close();
        log.append(point(2));
        assertThat(wakes).hasValue(1);
    }

    @Test
    void aSnapshotStandsForExactlyTheEventsItContains() throws Exception {
        int events = 5_000;
        Thread writer =
                Thread.ofVirtual()
                        .start(() -> {
                            for (int i = 0; i < events; i++) {
                                log.append(point(i));
                            }
                            log.append(END);
                        });
        while (!log.ended()) {
            EventLog.Snapshot snapshot = log.snapshot();
            ResultRecorder replay = new ResultRecorder();
            log.since(0).stream()
                    .filter(e -> e.sequence() <= snapshot.last())
                    .forEach(e -> replay.emit(e.event()));
            assertThat(replay.result().series().keySet())
                    .isEqualTo(snapshot.result().series().keySet());
            if (snapshot.last() > 0) {
                assertThat(replay.result().series("s").y())
                        .isEqualTo(snapshot.result().series("s").y());
            }
        }
        writer.join();
        assertThat(log.result().series("s").x()).hasSize(events);
    }

    @Test
    void anUnawaitedEndIsReportedAsSuch() throws Exception {
        assertThat(log.awaitEnd(1)).isFalse();
        log.append(END);
        assertThat(log.awaitEnd(0)).isTrue();
    }

    @Test
    void replacedProgressDoesNotGrowTheLogWithoutBound() {
        log.append(new RunEvent.Progress("all", 0, 1));
        long before = log.bytes();
        for (int i = 0; i < 1_000; i++) {
            log.append(new RunEvent.Progress("all", i, 1_000));
        }
        assertThat(log.bytes() - before).as("each event is accounted for").isGreaterThan(32_000);
        assertThat(log.result().progress())
                .containsEntry("all", new RunEvent.Progress("all", 999, 1_000));
    }

    @Test
    void accountsForEveryKindOfData() {
        long before = log.bytes();
        log.append(new RunEvent.Grid("g", 100, 100, new double[10_000], List.of(), List.of()));
        log.append(new RunEvent.Images("i", 10, 10, 3, 10, new byte[3_000]));
        log.append(new RunEvent.Points("s", new double[1_000], new double[1_000]));
        log.append(new RunEvent.Row("t", List.of("a", 1)));
        log.append(new RunEvent.Note("n", List.of()));
        assertThat(log.bytes() - before).isBetween(80_000L + 3_000 + 16_000, 110_000L);
    }
}
