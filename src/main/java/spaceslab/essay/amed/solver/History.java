package spaceslab.essay.amed.solver;

import java.util.ArrayList;
import java.util.List;

/** Outputs of the model with their stamps, newest first, at most as many as are used. */
final class History {
    private final int longest;
    private final List<double[]> outputs = new ArrayList<>();
    private final List<Double> stamps = new ArrayList<>();

    History(int longest) {
        this.longest = longest;
    }

    void add(double[] output, double stamp) {
        outputs.addFirst(output);
        stamps.addFirst(stamp);
        if (outputs.size() > longest) {
            outputs.removeLast();
            stamps.removeLast();
        }
    }

    /** A copy that goes its own way. */
    History copy() {
        History copy = new History(longest);
        copy.outputs.addAll(outputs);
        copy.stamps.addAll(stamps);
        return copy;
    }

    List<double[]> outputs() {
        return outputs;
    }

    /** The newest stamps. */
    double[] stamps(int count) {
        return stamps.stream().limit(count).mapToDouble(Double::doubleValue).toArray();
    }
}
