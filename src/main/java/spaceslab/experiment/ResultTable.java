package spaceslab.experiment;

import java.util.List;

/**
 * A table of a result, read by the names of its columns; an unknown name fails with the names there
 * are.
 */
public final class ResultTable {
    private final String name;
    private final List<String> columns;
    private final List<ResultRow> rows;

    /** The rows hold one cell a column. */
    ResultTable(String name, List<String> columns, List<List<Object>> cells) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.rows = cells.stream().map(row -> new ResultRow(this, row)).toList();
    }

    private ResultTable(ResultTable whole, List<ResultRow> rows) {
        this.name = whole.name;
        this.columns = whole.columns;
        this.rows = List.copyOf(rows);
    }

    String name() {
        return name;
    }

    int index(String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "no column " + column + " in " + name + " among " + columns);
        }
        return index;
    }

    /** All rows, in the order of the run. */
    public List<ResultRow> rows() {
        return rows;
    }

    /** The rows with this cell; numbers are compared by value. */
    public ResultTable where(String column, Object wanted) {
        index(column);
        return new ResultTable(this, rows.stream().filter(r -> r.has(column, wanted)).toList());
    }

    /** The one row that is left; throws where there is none or more than one. */
    public ResultRow only() {
        if (rows.size() != 1) {
            throw new IllegalArgumentException(rows.size() + " rows instead of one in " + this);
        }
        return rows.getFirst();
    }

    /** The one row with this cell. */
    public ResultRow row(String column, Object wanted) {
        ResultTable found = where(column, wanted);
        if (found.rows.size() != 1) {
            throw new IllegalArgumentException(
                    found.rows.size()
                            + " rows of "
                            + name
                            + " have "
                            + column
                            + " = "
                            + wanted
                            + ", among "
                            + rows.stream().map(r -> r.value(column)).toList());
        }
        return found.rows.getFirst();
    }

    @Override
    public String toString() {
        return name + columns + " " + rows;
    }
}
