package spaceslab.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import spaceslab.experiment.Language;
import tools.jackson.databind.JsonNode;

/**
 * Reads tables as {@code published/README.md} describes them.
 *
 * @param language of titles and notes
 * @param words gives a name or unit of the file in that language
 * @param address gives a paper's address by table id and paper
 */
record TableReader(Language language, UnaryOperator<String> words, Addresses address) {
    /** Where a table's paper is found. */
    @FunctionalInterface
    interface Addresses {
        String of(String table, String paper);
    }

    List<PublishedTable> tables(JsonNode file) {
        List<PublishedTable> tables = new ArrayList<>();
        file.required("tables").forEach(table -> tables.add(table(table)));
        return List.copyOf(tables);
    }

    private PublishedTable table(JsonNode json) {
        String id = json.required("id").asString();
        PublishedTable.Source source = source(json.required("source"), id);
        List<PublishedTable.Column> columns = new ArrayList<>();
        json.required("columns").forEach(column -> columns.add(column(column)));
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode row : json.required("rows")) {
            List<Cell> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell(cell, source.mark(), id)));
            rows.add(cells);
        }
        return new PublishedTable(
                id,
                json.required("title").required(language.tag()).asString(),
                source,
                columns,
                rows,
                Optional.ofNullable(json.get("notes"))
                        .map(notes -> notes.required(language.tag()).asString())
                        .orElse(""));
    }

    private PublishedTable.Source source(JsonNode json, String id) {
        String paper = json.required("paper").asString();
        return new PublishedTable.Source(
                words.apply(paper),
                words.apply(json.required("where").asString()),
                address.of(id, paper),
                Mark.of(json.required("mark").asString(), id));
    }

    private PublishedTable.Column column(JsonNode json) {
        return new PublishedTable.Column(
                words.apply(json.required("name").asString()),
                words.apply(text(json, "unit")),
                switch (text(json, "better")) {
                    case "higher" -> PublishedTable.Better.HIGHER;
                    case "lower" -> PublishedTable.Better.LOWER;
                    default -> PublishedTable.Better.NEITHER;
                });
    }

    private Cell cell(JsonNode json, Mark ofTable, String id) {
        if (json.isNull()) {
            return new Cell.Missing();
        }
        if (json.isString()) {
            return new Cell.Words(words.apply(json.asString()));
        }
        if (json.isNumber()) {
            return new Cell.Figure(json.decimalValue(), Optional.empty(), ofTable);
        }
        if (json.has("text")) {
            return new Cell.Words(words.apply(json.get("text").asString()));
        }
        return new Cell.Figure(
                json.required("value").decimalValue(),
                Optional.ofNullable(json.get("spread")).map(JsonNode::decimalValue),
                json.has("mark") ? Mark.of(json.get("mark").asString(), id) : ofTable);
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).isString() ? json.get(name).asString() : "";
    }
}
