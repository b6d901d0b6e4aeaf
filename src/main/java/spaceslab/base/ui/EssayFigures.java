package spaceslab.base.ui;

import java.util.List;
import java.util.Map;
import spaceslab.chart.Figure;

/**
 * Which figures an essay shows: for its page, for the page of a kept run, and for the tests. A
 * bean.
 */
public interface EssayFigures {
    /** The topic's id. */
    String topic();

    /** The figures of each experiment, by its id. */
    Map<String, List<Figure>> byExperiment();
}
