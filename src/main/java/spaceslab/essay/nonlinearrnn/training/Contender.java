package spaceslab.essay.nonlinearrnn.training;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the compared models.
 *
 * @param kind which family
 * @param n sweeps or layers; 0 for the true RNN
 * @param model of that family
 */
record Contender(Kind kind, int n, SequenceModel model) {
    /** The families, with the names that tables show. */
    enum Kind {
        RNN("rnn"),
        SWEEPS("sweeps"),
        STACK("stack");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** True RNN first, then sweeps and stack for each n in ascending order. */
    static List<Contender> of(SweepsParameters parameters) {
        SequenceTask task = parameters.task();
        int d = parameters.d();
        double radius = parameters.radius();
        List<Contender> all = new ArrayList<>();
        all.add(new Contender(Kind.RNN, 0, new TrueRecurrence(task, d, radius)));
        for (int n : parameters.sweeps().stream().sorted().toList()) {
            SequenceModel sweeps =
                    switch (parameters.form()) {
                        case FREED -> new FreedSweeps(task, d, radius, n);
                        case MATRIX -> new MatrixSweeps(task, d, radius, n);
                    };
            all.add(new Contender(Kind.SWEEPS, n, sweeps));
            all.add(new Contender(Kind.STACK, n, new LinearStack(task, d, radius, n)));
        }
        return all;
    }

    /**
     * Steps of a forward pass that have to wait for each other: T for the RNN; for each sweep or
     * layer one step of element-wise work and a scan of depth 2⌈log₂ T⌉ + 1.
     */
    int depth(int length) {
        int levels = 32 - Integer.numberOfLeadingZeros(length - 1);
        return switch (kind) {
            case RNN -> length;
            case SWEEPS, STACK -> n * (2 * levels + 2);
        };
    }
}
