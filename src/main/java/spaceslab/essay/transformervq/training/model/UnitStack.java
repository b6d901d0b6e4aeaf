package spaceslab.essay.transformervq.training.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import spaceslab.learning.RmsNorm;
import spaceslab.learning.Tensor;
import spaceslab.learning.Weights;
import spaceslab.learning.quantisation.Quantiser;

/** Gated units one after the other, with a norm at the end. */
public final class UnitStack {
    private final List<AttentionUnit> units = new ArrayList<>();
    private final RmsNorm norm;

    public UnitStack(Weights weights, UnitSettings settings, int count) {
        for (int i = 0; i < count; i++) {
            units.add(new AttentionUnit(weights.within("unit" + i), settings));
        }
        norm = new RmsNorm(weights.within("norm"), settings.width());
    }

    public int size() {
        return units.size();
    }

    /** All units from now on, each with a quantiser of its own. */
    public void use(Reach reach, IntFunction<Quantiser> keys) {
        for (int i = 0; i < units.size(); i++) {
            units.get(i).use(reach, keys.apply(i));
        }
    }

    /** [batch, time, D] to the same. */
    public Tensor apply(Tensor x, Pass pass) {
        Tensor y = x;
        for (AttentionUnit unit : units) {
            y = unit.apply(y, pass);
        }
        return norm.apply(y);
    }

    /** After the gradient step number {@code step}, from 0: the codebooks move. */
    public void afterStep(int step) {
        units.forEach(unit -> unit.quantiser().afterStep(step));
    }

    /** What all units carry from token to token. */
    public final class Recurrence {
        private final List<Memory> memories;

        private Recurrence(List<Memory> memories) {
            this.memories = memories;
        }

        /** One more token of each sequence, [batch, 1, D] to the same. */
        public Tensor next(Tensor x) {
            Tensor y = x;
            for (int i = 0; i < units.size(); i++) {
                y = units.get(i).next(y, memories.get(i));
            }
            return norm.apply(y);
        }

        /** Numbers kept for one sequence. */
        public long numbers() {
            return memories.stream().mapToLong(Memory::numbers).sum();
        }
    }

    /** Nothing seen yet; {@code longest} sequence, which only full attention needs. */
    public Recurrence recurrence(int batch, int longest) {
        return new Recurrence(units.stream().map(u -> u.memory(batch, longest)).toList());
    }
}
