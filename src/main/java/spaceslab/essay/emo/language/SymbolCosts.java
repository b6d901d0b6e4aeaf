package spaceslab.essay.emo.language;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The costs C_ij = 1 − ⟨ê_i, ê_j⟩ of single pairs of symbols. */
final class SymbolCosts {
    private final int symbols;
    private final int width;
    private final double[] rows;

    SymbolCosts(UnitVectors vectors) {
        symbols = Math.toIntExact(vectors.rows().size(0));
        width = Math.toIntExact(vectors.rows().size(1));
        rows = vectors.rows().toDoubles();
    }

    double between(int i, int j) {
        double cosine = 0;
        for (int d = 0; d < width; d++) {
            cosine += rows[i * width + d] * rows[j * width + d];
        }
        return 1 - cosine;
    }

    /** The other symbols that cost least in place of one. */
    List<Integer> nearest(int symbol, int count) {
        return IntStream.range(0, symbols)
                .filter(j -> j != symbol)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> between(symbol, j)))
                .limit(count)
                .toList();
    }

    /** Mean of ⟨ê_i, ê_j⟩ over pairs of different symbols: (‖Σ ê‖² − n) / (n (n − 1)). */
    double meanCosine() {
        double square = 0;
        for (int d = 0; d < width; d++) {
            double sum = 0;
            for (int i = 0; i < symbols; i++) {
                sum += rows[i * width + d];
            }
            square += sum * sum;
        }
        return (square - symbols) / ((double) symbols * (symbols - 1));
    }
}
