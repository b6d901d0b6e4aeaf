package spaceslab.learning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.StopSignal;

/**
 * Lets arms that run at the same time stream into one run in an order that no timing decides. Each
 * arm says at step numbers of its own choice that its {@link Arm#turn} is over; turns alternate
 * among the arms that run together (as many as there are training slots) until all of them are
 * closed, then come the next arms. The arm whose turn it is emits at once; what others emit waits.
 * No thread ever waits: an arm that is slow, late or failed only holds back events. Thread-safe.
 */
public final class AlternatingEmission {
    private final Emitter out;
    private final List<Arm> arms = new ArrayList<>();
    private int first;
    private int current;

    /** {@code arms} of them, as many together as train at once. */
    public AlternatingEmission(Emitter out, int arms) {
        this(out, arms, TrainingSlots.COUNT);
    }

    AlternatingEmission(Emitter out, int arms, int together) {
        this.out = out;
        for (int i = 0; i < arms; i++) {
            this.arms.add(new Arm(Math.min(arms, i - i % together + together)));
        }
    }

    /**
     * Trains arms {@linkplain SideBySide side by side}, each with an emitter of its own.
     *
     * @return their results in their order
     */
    public static <R> List<R> run(List<Function<Arm, R>> arms, Emitter out, StopSignal stop) {
        AlternatingEmission emission = new AlternatingEmission(out, arms.size());
        List<SideBySide.Arm<R>> trainings = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            Function<Arm, R> training = arms.get(i);
            Arm arm = emission.arm(i);
            trainings.add(() -> {
                try (arm) {
                    return training.apply(arm);
                }
            });
        }
        try {
            return SideBySide.run(trainings, stop);
        } finally {
            // those that never began
            emission.arms.forEach(Arm::close);
        }
    }

    /** What arm {@code index}, from 0, emits to. */
    public Arm arm(int index) {
        return arms.get(index);
    }

    /** One arm's events; must be closed however the arm ends. */
    public final class Arm implements Emitter, AutoCloseable {
        private final int groupEnd;

        /** The finished turns that wait, then the unfinished one. */
        private final Queue<List<RunEvent>> waiting = new ArrayDeque<>();

        private List<RunEvent> open = new ArrayList<>();
        private boolean closed;

        private Arm(int groupEnd) {
            this.groupEnd = groupEnd;
            waiting.add(open);
        }

        @Override
        public void emit(RunEvent event) {
            synchronized (AlternatingEmission.this) {
                if (closed) {
                    throw new IllegalStateException("the arm is closed");
                }
                if (isCurrent() && waiting.size() == 1) {
                    out.emit(event);
                } else {
                    open.add(event);
                }
            }
        }

        /** Ends this arm's turn: what follows comes after the others' turns. */
        public void turn() {
            synchronized (AlternatingEmission.this) {
                if (closed) {
                    throw new IllegalStateException("the arm is closed");
                }
                open = new ArrayList<>();
                waiting.add(open);
                advance();
            }
        }

        /** Nothing follows. */
        @Override
        public void close() {
            synchronized (AlternatingEmission.this) {
                closed = true;
                advance();
            }
        }

        private boolean isCurrent() {
            return arms.get(current) == this;
        }

        /** Emits what waits of the turn; whether the turn is over. */
        private boolean flush() {
            List<RunEvent> turn = waiting.element();
            List<RunEvent> events = List.copyOf(turn);
            turn.clear();
            events.forEach(out::emit);
            if (turn == open) {
                return closed;
            }
            waiting.remove();
            return true;
        }

        private boolean isDone() {
            return closed && waiting.element() == open && open.isEmpty();
        }
    }

    /** Lets turns pass as long as they are over. */
    private void advance() {
        while (first < arms.size() && arms.get(current).flush()) {
            next();
        }
    }

    private void next() {
        int end = arms.get(first).groupEnd;
        for (int i = 1; i <= end - first; i++) {
            int candidate = first + (current - first + i) % (end - first);
            if (!arms.get(candidate).isDone()) {
                current = candidate;
                return;
            }
        }
        first = end;
        current = Math.min(first, arms.size() - 1);
    }
}
