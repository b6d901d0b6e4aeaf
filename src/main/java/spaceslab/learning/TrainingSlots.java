package spaceslab.learning;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import spaceslab.experiment.StopSignal;

/**
 * At most two threads of this process train at once, one libtorch thread each: with more, or with
 * threads inside libtorch, a step under load was measured at fifty times its time alone.
 */
final class TrainingSlots {
    static final int COUNT = 2;

    private static final Semaphore FREE = new Semaphore(COUNT, true);
    private static final long POLL_MILLIS = 20;

    private TrainingSlots() {}

    /**
     * Waits for a slot; leaves by {@link StopSignal.Stopped} where the run is stopped meanwhile.
     */
    static void take(StopSignal stop) {
        try {
            do {
                stop.check();
            } while (!FREE.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new StopSignal.Stopped(StopSignal.Reason.SHUTDOWN);
        }
    }

    static void giveBack() {
        FREE.release();
    }

    static int free() {
        return FREE.availablePermits();
    }
}
