package spaceslab.base.ui;

import spaceslab.chart.Axis;
import spaceslab.chart.Chart;
import spaceslab.chart.Figure;
import spaceslab.chart.Layer;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.Topic;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns figure records into the browser components' JSON, worded in the visitor's language. */
final class FigureSpec {
    private final Topic topic;
    private final Experiment<?> experiment;
    private final Words words;

    FigureSpec(Topic topic, Experiment<?> experiment, Words words) {
        this.topic = topic;
        this.experiment = experiment;
        this.words = words;
    }

    /** The component's spec. */
    ObjectNode of(Figure figure) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        String key = topic.id() + "." + experiment.id() + ".figure." + figure.id();
        json.put("id", figure.id());
        json.put("title", words.text(key + ".title"));
        words.find(key + ".caption").ifPresent(caption -> json.put("caption", caption));
        absent(figure.id(), json);
        switch (figure) {
            case Chart chart -> {
                json.set("x", axis(chart.x()));
                json.set("y", axis(chart.y()));
                json.put("equalScale", chart.equalScale());
                ArrayNode layers = json.putArray("layers");
                chart.layers().forEach(layer -> layers.add(layer(layer)));
            }
            case Figure.Table table -> json.set("columns", columns(table.id()));
            case Figure.Tree tree -> json.set("columns", columns(tree.id()));
            case Figure.Tiles tiles -> {
                ArrayNode values = json.putArray("values");
                for (String name : tiles.values()) {
                    ObjectNode tile = labelled(value(name), "value");
                    absent(name, tile);
                    values.add(tile);
                }
            }
            case Figure.Equation equation -> json.put("tex", equation.tex());
            case Figure.ImageGrid images -> json.put("columns", images.columns());
        }
        return json;
    }

    /** Why a run that has finished may lack it, where the experiment has a reason of its own. */
    private void absent(String name, ObjectNode json) {
        words.find(topic.id() + "." + experiment.id() + ".absent." + name)
                .ifPresent(reason -> json.put("absent", reason));
    }

    private ArrayNode columns(String table) {
        ArrayNode columns = JsonNodeFactory.instance.arrayNode();
        experiment
                .results()
                .table(table)
                .ifPresent(t -> t.columns().forEach(c -> columns.add(labelled(c, "column"))));
        return columns;
    }

    private ResultSchema.Item value(String name) {
        return experiment.results().values().stream()
                .filter(item -> item.name().equals(ResultSchema.base(name)))
                .map(item -> new ResultSchema.Item(name, item.unit(), item.clocked()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("tile of undeclared value " + name));
    }

    private ObjectNode labelled(ResultSchema.Item item, String kind) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", item.name());
        json.put("label", words.text(topic.id() + "." + kind + "." + item.name()));
        json.put("unit", item.unit());
        return json;
    }

    private ObjectNode axis(Axis axis) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("label", words.text(topic.id() + ".axis." + axis.key()))
                .put("scale", ParameterWords.camel(axis.scale()))
                .put("fromZero", axis.fromZero());
    }

    private ObjectNode layer(Layer layer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (layer) {
            case Layer.Line line ->
                    json.put("type", "line")
                            .put("series", line.series())
                            .put("slot", line.slot())
                            .put("stroke", ParameterWords.camel(line.stroke()))
                            .put("label", series(line.series()));
            case Layer.Points points ->
                    json.put("type", "points")
                            .put("series", points.series())
                            .put("slot", points.slot())
                            .put("label", series(points.series()));
            case Layer.Bars bars ->
                    json.put("type", "bars")
                            .put("series", bars.series())
                            .put("slot", bars.slot())
                            .put("label", series(bars.series()));
            case Layer.Regions regions ->
                    json.put("type", "regions")
                            .put("series", regions.series())
                            .put("slot", regions.slot())
                            .put("label", series(regions.series()));
            case Layer.Heat heat ->
                    json.put("type", "heat")
                            .put("grid", heat.grid())
                            .put("diverging", heat.diverging())
                            .put("label", series(heat.grid()));
            case Layer.Rule rule ->
                    json.put("type", "rule")
                            .put("value", rule.value())
                            .put("direction", ParameterWords.camel(rule.direction()))
                            .put("slot", rule.slot())
                            .put("label", words.text(topic.id() + ".value." + rule.value()));
            case Layer.Mark mark ->
                    json.put("type", "mark")
                            .put("xValue", mark.xValue())
                            .put("yValue", mark.yValue())
                            .put("slot", mark.slot())
                            .put("label", words.text(topic.id() + ".value." + mark.xValue()));
        }
        return json;
    }

    private String series(String name) {
        String exact = topic.id() + ".series." + name;
        return words.find(exact)
                .orElseGet(() -> words.text(topic.id() + ".series." + ResultSchema.base(name)));
    }
}
