package spaceslab.essay.fsq.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import spaceslab.learning.Activation;
import spaceslab.learning.Convolution;
import spaceslab.learning.Layer;
import spaceslab.learning.Linear;
import spaceslab.learning.Tensor;
import spaceslab.learning.Weights;
import spaceslab.learning.quantisation.Quantiser;

/**
 * Vectors [n·grid², in] of the places of n grids to as many [n·grid², out]: the first hidden layer
 * sees its place only, each further one 3×3 places, all rectified; the last map is linear. Without
 * hidden layers it is that map alone. O(n·grid²·(in·w + 9(depth − 1)w² + w·out)).
 */
final class GridNetwork {
    private record Stage(Layer layer, Optional<Quantiser> quantiser) {}

    /** Output and the sum of the auxiliary losses. */
    record Output(Tensor vectors, Tensor loss) {}

    private final List<Stage> hidden = new ArrayList<>();
    private final Layer last;

    /**
     * @param quantiser of a hidden layer's output, made with its weights, where there is one
     */
    GridNetwork(
            Weights weights,
            int grid,
            int in,
            int out,
            Architecture architecture,
            Function<Weights, Optional<Quantiser>> quantiser) {
        int width = architecture.width();
        int before = in;
        for (int i = 0; i < architecture.depth(); i++) {
            Weights own = weights.within("layer" + i);
            Layer layer = i == 0 ? new Linear(own, in, width) : neighbours(own, grid, width);
            hidden.add(
                    new Stage(
                            layer.then(Activation.RELU), quantiser.apply(own.within("quantiser"))));
            before = width;
        }
        last = new Linear(weights.within("last"), before, out);
    }

    private static Layer neighbours(Weights weights, int grid, int width) {
        Layer convolution = new Convolution(weights, width, width, 3, 1, 1);
        return x ->
                convolution
                        .apply(x.reshape(-1, grid, grid, width).permute(0, 3, 1, 2))
                        .permute(0, 2, 3, 1)
                        .reshape(-1, width);
    }

    Output apply(Tensor x, boolean training) {
        Tensor vectors = x;
        Tensor loss = Tensor.zeros(x.precision());
        for (Stage stage : hidden) {
            vectors = stage.layer().apply(vectors);
            if (stage.quantiser().isPresent()) {
                Quantiser q = stage.quantiser().get();
                Quantiser.Quantised quantised = training ? q.train(vectors) : q.apply(vectors);
                vectors = quantised.vectors();
                loss = loss.plus(quantised.loss());
            }
        }
        return new Output(last.apply(vectors), loss);
    }

    void afterStep(int step) {
        hidden.forEach(stage -> stage.quantiser().ifPresent(q -> q.afterStep(step)));
    }
}
