package spaceslab.essay.nonlinearrnn.training;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import spaceslab.experiment.Emitter;

/** Median test losses so far, by family and n. */
final class Standings {
    private final Map<Contender.Kind, TreeMap<Integer, Double>> medians =
            new EnumMap<>(Contender.Kind.class);

    Standings() {
        for (Contender.Kind kind : Contender.Kind.values()) {
            medians.put(kind, new TreeMap<>());
        }
    }

    void add(Contender contender, List<ContenderTraining> trainings) {
        double median = ContenderTraining.losses(trainings).median();
        of(contender.kind()).put(contender.n(), median);
    }

    private TreeMap<Integer, Double> of(Contender.Kind kind) {
        return medians.getOrDefault(kind, new TreeMap<>());
    }

    /** The best of both families, and for how many n the stack is below the sweeps. */
    void emit(Emitter out) {
        best(Contender.Kind.SWEEPS)
                .ifPresent(entry -> {
                    out.value("bestSweeps", entry.getValue());
                    out.value("bestSweepsN", entry.getKey());
                });
        best(Contender.Kind.STACK)
                .ifPresent(entry -> {
                    out.value("bestStack", entry.getValue());
                    out.value("bestStackN", entry.getKey());
                });
        TreeMap<Integer, Double> sweeps = of(Contender.Kind.SWEEPS);
        TreeMap<Integer, Double> stack = of(Contender.Kind.STACK);
        int better = 0;
        for (Map.Entry<Integer, Double> entry : stack.entrySet()) {
            double rival = sweeps.getOrDefault(entry.getKey(), Double.NEGATIVE_INFINITY);
            better += entry.getValue() < rival ? 1 : 0;
        }
        out.value("stackBetter", better);
        out.value("compared", stack.size());
    }

    private Optional<Map.Entry<Integer, Double>> best(Contender.Kind kind) {
        return of(kind).entrySet().stream().min(Map.Entry.comparingByValue());
    }
}
