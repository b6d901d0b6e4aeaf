package spaceslab.essay.transformervq.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import spaceslab.essay.transformervq.training.model.KeyCodebooks;
import spaceslab.essay.transformervq.training.model.Pass;
import spaceslab.essay.transformervq.training.model.Reach;
import spaceslab.essay.transformervq.training.model.UnitSettings;
import spaceslab.essay.transformervq.training.model.UnitStack;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.AlternatingEmission;
import spaceslab.learning.TensorScope;
import spaceslab.learning.Weights;
import spaceslab.learning.quantisation.FiniteScalarLayer;
import spaceslab.learning.quantisation.Quantiser;
import spaceslab.learning.quantisation.Unquantised;
import spaceslab.numerics.SeededStreams;
import spaceslab.numerics.quantisation.FiniteScalarQuantiser;
import spaceslab.numerics.quantisation.ScalarForm;

/** One way to attend in a comparison; everything else of its model is that of the other arms. */
sealed interface AttentionArm {
    /** Exact keys, all tokens before. */
    record Full() implements AttentionArm {}

    /** Exact keys of two blocks, nothing older. */
    record Window() implements AttentionArm {}

    /** Keys quantised by a learned codebook, older tokens by code. */
    record Codebook(int codes) implements AttentionArm {}

    /** Keys rounded to a lattice, older tokens by code. */
    record Lattice(List<Integer> levels) implements AttentionArm {
        public Lattice {
            levels = List.copyOf(levels);
        }
    }

    /** As a cell of a table. */
    default String key() {
        return switch (this) {
            case Full a -> "full";
            case Window a -> "window";
            case Codebook a -> "codebook";
            case Lattice a -> "lattice";
        };
    }

    /** What it adds to the name of a result: {@code lossFull}, {@code loss.16}. */
    default String named(String result) {
        return switch (this) {
            case Full a -> result + "Full";
            case Window a -> result + "Window";
            case Codebook a -> result + "." + a.codes();
            case Lattice a -> result + "Lattice";
        };
    }

    /** c; 0 where keys are exact. */
    default int codes() {
        return switch (this) {
            case Full a -> 0;
            case Window a -> 0;
            case Codebook a -> a.codes();
            case Lattice a -> a.levels().stream().reduce(1, (x, y) -> x * y);
        };
    }

    private Reach reach() {
        return switch (this) {
            case Full a -> Reach.FULL;
            case Window a -> Reach.WINDOW;
            case Codebook a -> Reach.CACHE;
            case Lattice a -> Reach.CACHE;
        };
    }

    /** Scores of a query: as many as it attends to in a sequence of {@code n}. */
    default int scores(int n, int block) {
        return reach() == Reach.FULL ? n : 2 * block + codes();
    }

    /** Codebooks of several sizes, then what they are compared with. */
    static List<AttentionArm> comparison(List<Integer> codes) {
        List<AttentionArm> arms = new ArrayList<>();
        codes.forEach(c -> arms.add(new Codebook(c)));
        arms.add(new Full());
        arms.add(new Window());
        return arms;
    }

    /** All arms, two at a time, each in a root scope of its own; results in their order. */
    static <R> List<R> train(
            List<AttentionArm> arms,
            BiFunction<AttentionArm, AlternatingEmission.Arm, R> training,
            Emitter out,
            StopSignal stop) {
        List<Function<AlternatingEmission.Arm, R>> trainings = new ArrayList<>();
        arms.forEach(arm -> trainings.add(own -> training.apply(arm, own)));
        return AlternatingEmission.run(trainings, out, stop);
    }

    /** The quantisers of a new model; codebooks begin at keys of {@code first}, in a scope. */
    record Start(
            Weights weights,
            UnitSettings unit,
            KeyCodebooks codebooks,
            Supplier<Pass> first,
            SeededStreams streams) {}

    /** Lets the units of a new model attend in this way, before its optimiser is made. */
    default void install(UnitStack units, Start start, StopSignal stop) {
        switch (this) {
            case Full a -> units.use(reach(), i -> new Unquantised());
            case Window a -> units.use(reach(), i -> new Unquantised());
            case Codebook a -> {
                List<Quantiser> codebooks = codebooks(a.codes(), units.size(), start, stop);
                units.use(reach(), codebooks::get);
            }
            case Lattice a -> {
                FiniteScalarQuantiser levels =
                        new FiniteScalarQuantiser(ScalarForm.SIGMOID, a.levels());
                units.use(
                        reach(),
                        i ->
                                new FiniteScalarLayer(
                                        start.weights().within("lattice" + i),
                                        levels,
                                        start.unit().key()));
            }
        }
    }

    private static List<Quantiser> codebooks(int codes, int units, Start start, StopSignal stop) {
        List<double[][]> keys = new ArrayList<>();
        try (TensorScope scope = TensorScope.evaluation()) {
            Pass pass = start.first().get();
            for (int i = 0; i < units; i++) {
                keys.add(pass.keys(i));
            }
        }
        List<Quantiser> made = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            made.add(start.codebooks().of(codes, keys.get(i), start.streams().child(i), stop));
        }
        return made;
    }
}
