package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Topic;

/** An experiment's figures below each other, with the run's status under the first. */
final class FigureColumn extends Div {
    FigureColumn(Topic topic, Experiment<?> experiment, List<Figure> figures, Words words) {
        addClassNames("figures", "stack");
        FigureSpec specs = new FigureSpec(topic, experiment, words);
        for (Figure figure : figures) {
            Component view = component(figure, specs);
            view.getElement().getClassList().addAll(List.of("panel", "fig"));
            add(view);
            if (figure == figures.getFirst()) {
                add(new LabStatus(words.below(topic.id() + ".phase.")));
            }
        }
    }

    private static Component component(Figure figure, FigureSpec specs) {
        return switch (figure) {
            case Chart chart -> new LabChart(specs.of(chart));
            case Figure.Table table -> new LabTable(specs.of(table));
            case Figure.Tree tree -> new LabTree(specs.of(tree));
            case Figure.Tiles tiles -> new LabTiles(specs.of(tiles));
            case Figure.Equation equation -> new LabEquation(specs.of(equation));
            case Figure.ImageGrid images -> new LabImages(specs.of(images));
        };
    }
}
