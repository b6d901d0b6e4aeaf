package spaceslab.learning;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spaceslab.experiment.StopSignal;

/** Trainings that are cancelled leave nothing behind. */
class LeakTest {
    private static final Logger log = LoggerFactory.getLogger(LeakTest.class);

    @Test
    void cancelledTrainingsLeaveNoArrayNoThreadAndNoSlot() throws InterruptedException {
        trainAndCancel(2);
        Set<String> arrays = arrays();
        Set<Long> threads = threads();
        trainAndCancel(20);
        // none is new; the collector may meanwhile have freed what another test left
        assertThat(arrays()).isSubsetOf(arrays);
        awaitThreads(threads);
        assertThat(TrainingSlots.free()).isEqualTo(TrainingSlots.COUNT);
    }

    @Tag("soak")
    @Test
    void threeHundredCancelledTrainingsKeepTheMemory() throws IOException, InterruptedException {
        trainAndCancel(30);
        Set<String> arrays = arrays();
        Set<Long> threads = threads();
        long resident = residentMegabytes();
        trainAndCancel(300);
        long residentAfter = residentMegabytes();
        log.info(
                "300 rounds of two cancelled trainings: arrays {} and {}, training threads {} and"
                        + " {}, resident memory {} and {} MB (before and after)",
                arrays.size(),
                arrays().size(),
                threads.size(),
                threads().size(),
                resident,
                residentAfter);
        // none is new; the collector may meanwhile have freed what another test left
        assertThat(arrays()).isSubsetOf(arrays);
        awaitThreads(threads);
        assertThat(residentAfter - resident).isLessThan(100);
    }

    private static void trainAndCancel(int rounds) {
        for (int round = 0; round < rounds; round++) {
            int number = round;
            AtomicInteger asked = new AtomicInteger();
            StopSignal stop =
                    () ->
                            asked.incrementAndGet() > 6
                                    ? Optional.of(StopSignal.Reason.VISITOR)
                                    : Optional.empty();
            List<SideBySide.Arm<Trainings.Trace>> arms =
                    List.of(
                            () -> Trainings.decoder(number, 1000, stop),
                            () -> Trainings.autoencoder(number, 1000, stop));
            try {
                SideBySide.run(arms, stop);
                throw new AssertionError("was not stopped");
            } catch (StopSignal.Stopped expected) {
                assertThat(expected.reason()).isEqualTo(StopSignal.Reason.VISITOR);
            }
        }
    }

    /** Of all scopes: every root hangs on the engine's own manager. */
    private static Set<String> arrays() {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            return Objects.requireNonNull(manager.getParentManager()).getManagedArrays().stream()
                    .map(NDArray::getUid)
                    .collect(Collectors.toSet());
        }
    }

    /** A training's thread ends a moment after its training. */
    private static void awaitThreads(Set<Long> before) throws InterruptedException {
        for (int i = 0; i < 6_000 && !before.containsAll(threads()); i++) {
            Thread.sleep(10);
        }
        assertThat(threads()).isSubsetOf(before);
    }

    private static Set<Long> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith("training-"))
                .map(Thread::threadId)
                .collect(Collectors.toSet());
    }

    /** Of this process, without garbage of Java: buffers of inputs wait for its collector. */
    private static long residentMegabytes() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        Path status = Path.of("/proc/self/status");
        Assumptions.assumeTrue(Files.exists(status), "resident memory is read from /proc");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
