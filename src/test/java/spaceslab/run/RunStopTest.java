package spaceslab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.Budget;
import spaceslab.experiment.StopSignal;

/** What counts against a run's budget, with clocks of our own. */
class RunStopTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong wall = new AtomicLong();
    private final ThreadLocal<AtomicLong> processor = ThreadLocal.withInitial(AtomicLong::new);
    private final RunStop stop = stop();

    private RunStop stop() {
        RunStop made =
                new RunStop(new ProcessorClock(() -> processor.get().get(), wall::get), wall::get);
        made.limit(new Budget(2, 1));
        return made;
    }

    private void pass(double ofWall, double ofProcessor) {
        wall.addAndGet((long) (ofWall * SECOND));
        processor.get().addAndGet((long) (ofProcessor * SECOND));
    }

    private static void elsewhere(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work);
        thread.start();
        thread.join();
    }

    @Test
    void waitingForAProcessorCostsNothing() {
        pass(4.5, 0.5);
        assertThat(stop.reason()).isEmpty();
        pass(0.1, 1.6);
        assertThat(stop.reason()).contains(StopSignal.Reason.BUDGET);
    }

    @Test
    void whatItsOtherThreadsComputeCounts() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            elsewhere(() -> {
                stop.check();
                pass(0.2, 0.6);
                stop.check();
            });
        }
        assertThat(stop.reason()).as("1.8 s").isEmpty();
        pass(0.2, 0.3);
        assertThat(stop.reason()).as("2.1 s").contains(StopSignal.Reason.BUDGET);
    }

    @Test
    void whatAThreadComputesForAnotherRunDoesNotCount() {
        RunStop other = stop();
        stop.check();
        other.check();
        pass(0.3, 1.9);
        other.check();
        pass(0.3, 1.9);
        assertThat(stop.reason()).isEmpty();
        assertThat(other.reason()).isEmpty();
        other.check();
        stop.check();
        pass(0.3, 1.9);
        assertThat(stop.reason()).as("1.9 s of its own").isEmpty();
    }

    @Test
    void aRunThatSleepsEndsByTheClockOnTheWall() {
        pass(2 * RunStop.PATIENCE - 0.1, 0);
        assertThat(stop.reason()).isEmpty();
        pass(0.2, 0);
        assertThat(stop.reason()).contains(StopSignal.Reason.BUDGET);
    }

    @Test
    void withoutABudgetNothingEndsIt() {
        RunStop free = new RunStop();
        assertThat(free.reason()).isEmpty();
        free.stop(StopSignal.Reason.VISITOR);
        free.stop(StopSignal.Reason.BUDGET);
        assertThat(free.reason()).contains(StopSignal.Reason.VISITOR);
    }
}
