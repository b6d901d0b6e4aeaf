package spaceslab.experiment;

import java.util.List;

/** A row of a {@link ResultTable}; its cells are read by the names of their columns. */
public final class ResultRow {
    private final ResultTable table;
    private final List<Object> cells;

    ResultRow(ResultTable table, List<Object> cells) {
        this.table = table;
        this.cells = cells;
    }

    /** The cell, as it was emitted or read back: 3.0 may be 3. */
    public Object value(String column) {
        return cells.get(table.index(column));
    }

    /** The cell as a double. */
    public double number(String column) {
        if (value(column) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(
                table.name() + "." + column + " (" + value(column) + ") is no number");
    }

    /** The cell as an int; throws ArithmeticException where it is not whole. */
    public int integer(String column) {
        double number = number(column);
        int whole = (int) number;
        if (whole != number) {
            throw new ArithmeticException(
                    table.name() + "." + column + " (" + number + ") is not whole");
        }
        return whole;
    }

    /** Whether the cell is {@code wanted}; numbers are compared by value, so 1 is 1.0. */
    public boolean has(String column, Object wanted) {
        Object cell = value(column);
        return cell instanceof Number a && wanted instanceof Number b
                ? a.doubleValue() == b.doubleValue()
                : cell.equals(wanted);
    }

    @Override
    public String toString() {
        return table.name() + cells;
    }
}
