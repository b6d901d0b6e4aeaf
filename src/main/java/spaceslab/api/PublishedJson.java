package spaceslab.api;

import java.util.List;
import spaceslab.experiment.Language;
import spaceslab.published.Cell;
import spaceslab.published.PublishedTable;
import spaceslab.published.PublishedTables;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Published tables as JSON: a number is {@code {value, spread?, mark}}, a text a string. */
final class PublishedJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PublishedJson() {}

    static ArrayNode tables(String topic, Language language) {
        ArrayNode json = JSON.arrayNode();
        PublishedTables.of(topic, language).forEach(table -> json.add(table(table)));
        return json;
    }

    private static ObjectNode table(PublishedTable table) {
        ObjectNode json = JSON.objectNode();
        json.put("id", table.id());
        json.put("title", table.title());
        json.putObject("source")
                .put("paper", table.source().paper())
                .put("place", table.source().place())
                .put("address", table.source().address())
                .put("mark", table.source().mark().key());
        ArrayNode columns = json.putArray("columns");
        for (PublishedTable.Column column : table.columns()) {
            columns.addObject()
                    .put("name", column.name())
                    .put("unit", column.unit())
                    .put("better", ParameterDescription.camel(column.better()));
        }
        ArrayNode rows = json.putArray("rows");
        for (List<Cell> row : table.rows()) {
            ArrayNode cells = rows.addArray();
            row.forEach(cell -> add(cells, cell));
        }
        json.put("note", table.note());
        return json;
    }

    private static void add(ArrayNode cells, Cell cell) {
        switch (cell) {
            case Cell.Figure figure -> {
                ObjectNode json = cells.addObject().put("value", figure.value());
                figure.spread().ifPresent(spread -> json.put("spread", spread));
                json.put("mark", figure.mark().key());
            }
            case Cell.Words words -> cells.add(words.text());
            case Cell.Missing missing -> cells.addNull();
        }
    }
}
