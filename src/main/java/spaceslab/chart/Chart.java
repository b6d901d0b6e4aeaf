package spaceslab.chart;

import java.util.List;

/**
 * A chart of a run's series and grids.
 *
 * @param id unique within the experiment; title and caption texts follow from it
 * @param x horizontal axis
 * @param y vertical axis
 * @param equalScale whether a unit is as long across as up, as a plane needs it
 * @param layers drawn in order
 */
public record Chart(String id, Axis x, Axis y, boolean equalScale, List<Layer> layers)
        implements Figure {
    public Chart {
        layers = List.copyOf(layers);
    }

    public Chart(String id, Axis x, Axis y, List<Layer> layers) {
        this(id, x, y, false, layers);
    }

    public Chart(String id, Axis x, Axis y, Layer... layers) {
        this(id, x, y, List.of(layers));
    }

    /** A chart of a plane: both axes linear, a unit as long across as up. */
    public static Chart plane(String id, String x, String y, List<Layer> layers) {
        return new Chart(id, Axis.linear(x), Axis.linear(y), true, layers);
    }

    /** The same. */
    public static Chart plane(String id, String x, String y, Layer... layers) {
        return plane(id, x, y, List.of(layers));
    }
}
