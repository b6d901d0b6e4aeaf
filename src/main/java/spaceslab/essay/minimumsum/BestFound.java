package spaceslab.essay.minimumsum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps the decompositions of least sum among those offered, ties included, each once. */
final class BestFound {
    private final List<Decomposition> best = new ArrayList<>();
    private Optional<BigInteger> least = Optional.empty();

    void offer(Decomposition candidate) {
        BigInteger sum = candidate.sum();
        int order = least.map(sum::compareTo).orElse(-1);
        if (order < 0) {
            best.clear();
            least = Optional.of(sum);
        }
        if (order <= 0 && !best.contains(candidate)) {
            best.add(candidate);
        }
    }

    /** The best, by rising a. */
    List<Decomposition> list() {
        return best.stream().sorted(Comparator.comparing(Decomposition::a)).toList();
    }
}
