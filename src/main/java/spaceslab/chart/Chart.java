package spaceslab.chart;

import java.util.List;

/**
 * A chart of a run's series and grids.
 *
 * @param id unique within the experiment; title and caption texts follow from it
 * @param x horizontal axis
 * @param y vertical axis
 * @param layers drawn in order
 */
public record Chart(String id, Axis x, Axis y, List<Layer> layers) implements Figure {
    public Chart {
        layers = List.copyOf(layers);
    }

    public Chart(String id, Axis x, Axis y, Layer... layers) {
        this(id, x, y, List.of(layers));
    }
}
