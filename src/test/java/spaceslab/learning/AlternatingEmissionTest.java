package spaceslab.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/** The order of events is that of turns, whatever the threads do. */
@Timeout(240)
class AlternatingEmissionTest {
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    private void take(RunEvent event) {
        if (event instanceof RunEvent.Value value) {
            seen.add(value.name());
        }
    }

    private AlternatingEmission.Arm say(AlternatingEmission emission, int arm, String... names) {
        AlternatingEmission.Arm of = emission.arm(arm);
        for (String name : names) {
            of.value(name, 0);
        }
        return of;
    }

    @Test
    void turnsAlternateAndTheOneWhoseTurnItIsStreams() {
        AlternatingEmission emission = new AlternatingEmission(this::take, 2, 2);
        say(emission, 1, "b0");
        assertThat(seen).isEmpty();
        say(emission, 0, "a0");
        assertThat(seen).containsExactly("a0");
        say(emission, 0, "a0'").turn();
        assertThat(seen).as("b's turn has begun").containsExactly("a0", "a0'", "b0");
        say(emission, 1, "b0'");
        assertThat(seen).endsWith("b0'");
        say(emission, 0, "a1").turn();
        say(emission, 0, "a2");
        assertThat(seen).endsWith("b0'");
        emission.arm(1).turn();
        assertThat(seen).endsWith("b0'", "a1");
        say(emission, 1, "b1").turn();
        assertThat(seen).containsExactly("a0", "a0'", "b0", "b0'", "a1", "b1", "a2");
    }

    @Test
    void anArmThatEndsEarlyIsLeftOut() {
        AlternatingEmission emission = new AlternatingEmission(this::take, 2, 2);
        say(emission, 1, "b0").turn();
        say(emission, 1, "b1").close();
        say(emission, 0, "a0").turn();
        assertThat(seen).containsExactly("a0", "b0");
        say(emission, 0, "a1").turn();
        say(emission, 0, "a2").turn();
        say(emission, 0, "a3").close();
        assertThat(seen).containsExactly("a0", "b0", "a1", "b1", "a2", "a3");
        assertThatIllegalStateException().isThrownBy(() -> emission.arm(0).value("late", 0));
        assertThatIllegalStateException().isThrownBy(() -> emission.arm(0).turn());
    }

    @Test
    void whatACurrentArmSaysLastIsSaidWhenItCloses() {
        AlternatingEmission emission = new AlternatingEmission(this::take, 2, 2);
        say(emission, 0, "a0").close();
        say(emission, 1, "b0");
        emission.arm(0).close();
        assertThat(seen).containsExactly("a0", "b0");
    }

    @Test
    void armsBeyondThoseTogetherComeAfterThem() {
        AlternatingEmission emission = new AlternatingEmission(this::take, 3, 2);
        say(emission, 2, "c0").turn();
        say(emission, 2, "c1").close();
        say(emission, 0, "a0").turn();
        say(emission, 0, "a1").close();
        assertThat(seen).containsExactly("a0");
        say(emission, 1, "b0").turn();
        say(emission, 1, "b1");
        assertThat(seen).containsExactly("a0", "b0", "a1", "b1");
        emission.arm(1).close();
        assertThat(seen).containsExactly("a0", "b0", "a1", "b1", "c0", "c1");
    }

    @Test
    void theOrderIsThatOfTurnsForRandomTimings() throws InterruptedException {
        long seed = 20261126;
        for (int round = 0; round < 200; round++) {
            SeededStreams streams = new SeededStreams(seed).child(round);
            int arms = 1 + streams.stream(9).nextInt(5);
            int[] turns =
                    IntStream.range(0, arms).map(a -> 1 + streams.stream(a).nextInt(6)).toArray();
            seen.clear();
            AlternatingEmission emission = new AlternatingEmission(this::take, arms, 2);
            List<Thread> threads = new ArrayList<>();
            for (int a = 0; a < arms; a++) {
                threads.add(Thread.ofVirtual().start(chatter(emission, a, turns[a], streams)));
            }
            for (Thread thread : threads) {
                assertThat(thread.join(Duration.ofSeconds(60))).isTrue();
            }
            assertThat(seen).as("seed %d, round %d", seed, round).isEqualTo(expected(turns));
        }
    }

    private static Runnable chatter(
            AlternatingEmission emission, int arm, int turns, SeededStreams streams) {
        return () -> {
            RandomStream random = streams.child(1).stream(arm);
            try (AlternatingEmission.Arm out = emission.arm(arm)) {
                for (int turn = 0; turn < turns; turn++) {
                    for (int event = 0; event < 2; event++) {
                        for (int pause = random.nextInt(4); pause > 0; pause--) {
                            Thread.yield();
                        }
                        out.value(arm + "." + turn + "." + event, 0);
                    }
                    out.turn();
                }
            }
        };
    }

    private static List<String> expected(int[] turns) {
        List<String> expected = new ArrayList<>();
        for (int group = 0; group < turns.length; group += 2) {
            for (int turn = 0; turn < 6; turn++) {
                for (int arm = group; arm < Math.min(group + 2, turns.length); arm++) {
                    for (int event = 0; event < 2 && turn < turns[arm]; event++) {
                        expected.add(arm + "." + turn + "." + event);
                    }
                }
            }
        }
        return expected;
    }

    private static Function<AlternatingEmission.Arm, Integer> saying(int arm) {
        return out -> {
            out.value("from" + arm, 0);
            out.turn();
            out.value("last" + arm, 0);
            return arm;
        };
    }

    @Test
    void aFailureHoldsNothingBack() {
        CountDownLatch begun = new CountDownLatch(1);
        Function<AlternatingEmission.Arm, Integer> failing =
                out -> {
                    out.value("from0", 0);
                    out.turn();
                    await(begun);
                    throw new IllegalArgumentException("arm 0");
                };
        Function<AlternatingEmission.Arm, Integer> other =
                out -> {
                    begun.countDown();
                    return saying(1).apply(out);
                };
        assertThatThrownBy(() ->
                        AlternatingEmission.run(
                                List.of(failing, other), this::take, StopSignal.never()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("arm 0");
        assertThat(seen).containsExactly("from0", "from1", "last1");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void resultsComeInOrderForMoreArmsThanSlots() {
        List<Integer> results =
                AlternatingEmission.run(
                        List.of(saying(1), saying(2), saying(3), saying(4), saying(5)),
                        this::take,
                        StopSignal.never());
        assertThat(results).containsExactly(1, 2, 3, 4, 5);
        assertThat(seen)
                .containsExactly(
                        "from1", "from2", "last1", "last2", "from3", "from4", "last3", "last4",
                        "from5", "last5");
        assertThat(TrainingSlots.free()).isEqualTo(TrainingSlots.COUNT);
    }

    @Test
    void aStopEndsArmsThatRunAndThoseThatNeverBegan() {
        AtomicBoolean stopped = new AtomicBoolean();
        StopSignal stop =
                () -> stopped.get() ? Optional.of(StopSignal.Reason.VISITOR) : Optional.empty();
        CountDownLatch both = new CountDownLatch(2);
        AtomicInteger begun = new AtomicInteger();
        Function<AlternatingEmission.Arm, Integer> endless =
                out -> {
                    begun.incrementAndGet();
                    out.value("begun", 0);
                    both.countDown();
                    while (true) {
                        if (both.getCount() == 0) {
                            stopped.set(true);
                        }
                        stop.check();
                        Thread.onSpinWait();
                    }
                };
        assertThatThrownBy(() ->
                        AlternatingEmission.run(
                                List.of(endless, endless, endless), this::take, stop))
                .isInstanceOf(StopSignal.Stopped.class);
        assertThat(seen).containsExactly("begun", "begun");
        assertThat(begun).hasValue(2);
        assertThat(TrainingSlots.free()).isEqualTo(TrainingSlots.COUNT);
    }
}
