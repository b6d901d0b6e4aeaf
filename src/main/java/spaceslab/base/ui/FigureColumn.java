package spaceslab.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Topic;

/** An experiment's figures below each other. */
final class FigureColumn extends Div {
    FigureColumn(Topic topic, Experiment<?> experiment, List<Figure> figures, Words words) {
        addClassName("stack");
        FigureSpec specs = new FigureSpec(topic, experiment, words);
        for (Figure figure : figures) {
            add(component(figure, specs));
        }
    }

    private static Component component(Figure figure, FigureSpec specs) {
        return switch (figure) {
            case Chart chart -> {
                LabChart view = new LabChart();
                view.setSpec(specs.of(chart));
                yield view;
            }
            case Figure.Table table -> {
                LabTable view = new LabTable();
                view.setSpec(specs.of(table));
                yield view;
            }
            case Figure.Tiles tiles -> {
                LabTiles view = new LabTiles();
                view.setSpec(specs.of(tiles));
                yield view;
            }
            case Figure.Equation equation -> {
                LabEquation view = new LabEquation();
                view.setSpec(specs.of(equation));
                yield view;
            }
            case Figure.ImageGrid images -> {
                LabImages view = new LabImages();
                view.setSpec(specs.of(images));
                yield view;
            }
        };
    }
}
