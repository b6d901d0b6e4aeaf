package spaceslab.essay.nonlinearrnn.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.RunEvent;

/**
 * Lets units of work that run at the same time emit as if they had run one after another: the unit
 * whose turn it is emits at once, later ones wait. So the order of events is the same for any
 * number of threads, and the first unit still streams. Thread-safe.
 */
final class OrderedEmission {
    private final Emitter out;
    private final Map<Integer, List<RunEvent>> waiting = new HashMap<>();
    private final Map<Integer, Runnable> closings = new HashMap<>();
    private int turn;

    OrderedEmission(Emitter out) {
        this.out = out;
    }

    /** What unit {@code unit} (from 0) emits to. */
    Emitter of(int unit) {
        return event -> take(unit, event);
    }

    private synchronized void take(int unit, RunEvent event) {
        if (unit == turn) {
            out.emit(event);
        } else {
            waiting.computeIfAbsent(unit, key -> new ArrayList<>()).add(event);
        }
    }

    /**
     * Says that a unit is done; {@code closing} runs after its events and before the next unit's.
     */
    synchronized void finish(int unit, Runnable closing) {
        closings.put(unit, closing);
        for (Runnable next = closings.remove(turn); next != null; next = closings.remove(turn)) {
            next.run();
            turn++;
            List<RunEvent> held = waiting.remove(turn);
            if (held != null) {
                held.forEach(out::emit);
            }
        }
    }
}
