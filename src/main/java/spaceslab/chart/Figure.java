package spaceslab.chart;

import java.util.List;

/**
 * A part of an experiment's page that shows a run. Its title and caption are the texts {@code
 * <topic>.<experiment>.figure.<id>.title|caption}; {@code {name}} in them is replaced by the run's
 * value of that name.
 */
public sealed interface Figure
        permits Chart, Figure.Table, Figure.Tree, Figure.Tiles, Figure.Equation, Figure.ImageGrid {
    /** Unique within the experiment. */
    String id();

    /** A table of the run, by its name. */
    record Table(String id) implements Figure {}

    /**
     * A table of the run drawn as a tree to open node by node. Its rows are nodes in reading order
     * with four columns: level (the root's is 0), what stands there, its value, its size.
     */
    record Tree(String id) implements Figure {}

    /** Values of the run as labelled numbers (labels: {@code <topic>.value.<name>}). */
    record Tiles(String id, List<String> values) implements Figure {
        public Tiles {
            values = List.copyOf(values);
        }

        public Tiles(String id, String... values) {
            this(id, List.of(values));
        }
    }

    /** A TeX formula in which {@code {{name}}} is replaced by the run's value. */
    record Equation(String id, String tex) implements Figure {}

    /** A batch of images of the run, by its name. */
    record ImageGrid(String id, int columns) implements Figure {}
}
