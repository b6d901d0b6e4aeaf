package spaceslab.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Obstacle;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;

/** An experiment that does what it is told and counts how often it did. */
public final class Probe implements Experiment<Probe.Task> {
    /** What a probe does. */
    public enum Act {
        /** Returns its number. */
        ANSWER,
        /** Emits points until it is stopped. */
        STREAM,
        /** Waits until the test opens the gate, then returns its number. */
        WAIT,
        /** Throws. */
        FAIL,
        /** Emits what it does not declare. */
        LIE,
        /** Computes without a pause until it is stopped. */
        BURN,
        /** Says that it would take four seconds, then returns its number. */
        HEAVY,
        /** Says that it would take an hour. */
        LONG,
        /** Says that it would take a terabyte. */
        LARGE,
        /** Emits grids until its memory is used up. */
        FLOOD,
        /** Emits its number of points, two thousand a second. */
        BURST,
        /** Computes without a pause and emits a point about each millisecond. */
        SPIN
    }

    /**
     * What to do.
     *
     * @param act what
     * @param number to return, and to tell runs apart
     * @param live whether it is answered live
     */
    public record Task(
            @Parameter("answer") Act act,
            @Parameter(value = "1", min = "0", max = "1000000") int number,
            @Parameter("true") boolean live) {
        public Task {
            ParameterSchema.check(Task.class, act, number, live);
        }

        static Task live(Act act, int number) {
            return new Task(act, number, true);
        }

        static Task queued(Act act, int number) {
            return new Task(act, number, false);
        }
    }

    static final int SPINS = 1_000;

    private volatile Optional<Obstacle> obstacle = Optional.empty();
    private volatile long spinNanos;
    private final AtomicInteger computed = new AtomicInteger();
    private final List<Integer> order = new CopyOnWriteArrayList<>();
    private final Set<String> threads = ConcurrentHashMap.newKeySet();
    private final CountDownLatch gate = new CountDownLatch(1);

    int computed() {
        return computed.get();
    }

    /** The numbers of the tasks in the order in which they were begun. */
    List<Integer> order() {
        return List.copyOf(order);
    }

    Set<String> threads() {
        return Set.copyOf(threads);
    }

    /** Lets all waiting runs go on. */
    void open() {
        gate.countDown();
    }

    @Override
    public String id() {
        return "probe";
    }

    @Override
    public Class<Task> parameters() {
        return Task.class;
    }

    @Override
    public Mode mode(Task task) {
        return task.live() ? Mode.LIVE : Mode.QUEUED;
    }

    @Override
    public Cost cost(Task task) {
        return switch (task.act()) {
            case LONG -> new Cost(3_600, 1);
            case HEAVY -> new Cost(4, 1);
            case LARGE -> new Cost(0.01, 1_000_000_000_000L);
            case ANSWER, STREAM, WAIT, FAIL, LIE, FLOOD, BURST, SPIN, BURN -> Cost.small();
        };
    }

    /** From now on this machine cannot run it. */
    void hinder(Obstacle why) {
        obstacle = Optional.of(why);
    }

    @Override
    public Optional<Obstacle> obstacle() {
        return obstacle;
    }

    @Override
    public ResultSchema results() {
        return ResultSchema.builder()
                .values("number", "elapsed [s]")
                .series("steps")
                .table("rows", "name", "count")
                .grids("flood")
                .build();
    }

    @Override
    public void run(Task task, Emitter out, StopSignal stop) {
        computed.incrementAndGet();
        order.add(task.number());
        threads.add(Thread.currentThread().getName());
        switch (task.act()) {
            case ANSWER, HEAVY, LONG, LARGE -> answer(task, out);
            case STREAM -> stream(out, stop);
            case WAIT -> {
                await(stop);
                answer(task, out);
            }
            case FAIL -> throw new IllegalArgumentException("the secret reason of the failure");
            case BURST -> burst(task.number(), out, stop);
            case SPIN -> spin(SPINS, out, stop);
            case BURN -> spin(Integer.MAX_VALUE, out, stop);
            case LIE -> out.value("undeclared", 1);
            case FLOOD -> {
                while (!stop.stopped()) {
                    out.grid("flood", 100, 100, new double[10_000]);
                }
            }
        }
    }

    private static void answer(Task task, Emitter out) {
        out.progress("all", 1, 1);
        out.points("steps", new double[] {0, 1}, new double[] {task.number(), Double.NaN});
        out.row("rows", "row", task.number());
        out.value("number", task.number());
        out.note("done", List.of(task.number()).toArray());
    }

    private void stream(Emitter out, StopSignal stop) {
        for (int i = 0; ; i++) {
            stop.check();
            out.point("steps", i, i);
            pause();
        }
    }

    /** Processor time of the last {@link Act#SPIN} on its thread. */
    long spinNanos() {
        return spinNanos;
    }

    private void spin(int turns, Emitter out, StopSignal stop) {
        double x = 0.3;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < turns; i++) {
            stop.check();
            for (int k = 0; k < 300_000; k++) {
                x = 3.9 * x * (1 - x);
            }
            out.point("steps", i, x);
        }
        spinNanos = threads.getCurrentThreadCpuTime() - start;
    }

    private static void burst(int events, Emitter out, StopSignal stop) {
        long start = System.nanoTime();
        for (int i = 0; i < events; i++) {
            stop.check();
            out.point("steps", i, Math.sqrt(i));
            LockSupport.parkNanos(start + i * 500_000L - System.nanoTime());
        }
    }

    private void await(StopSignal stop) {
        while (gate.getCount() > 0) {
            stop.check();
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
