package spaceslab.published;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table of a paper in one language. Every row has a cell for each column; the first column names
 * the rows.
 *
 * @param id lower camel case
 * @param title what it is about
 * @param source where it stands
 * @param columns left to right
 * @param rows top to bottom
 * @param note what a reader must know of it; empty where there is nothing
 */
public record PublishedTable(
        String id,
        String title,
        Source source,
        List<Column> columns,
        List<List<Cell>> rows,
        String note) {
    public PublishedTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of %s has %d cells for %d columns"
                                .formatted(id, row.size(), columns.size()));
            }
        }
    }

    /**
     * Where a table stands.
     *
     * @param paper its name
     * @param place within the paper or its repository
     * @param address of the paper or the repository
     * @param mark of every number that has none of its own
     */
    public record Source(String paper, String place, String address, Mark mark) {}

    /** A column; {@code unit} is empty for a pure number. */
    public record Column(String name, String unit, Better better) {}

    /** Which numbers of a column are better. */
    public enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }

    /** The number in the row and the column of these names. */
    public Cell.Figure figure(String row, String column) {
        int place = columns.stream().map(Column::name).toList().indexOf(column);
        return rows.stream()
                .filter(cells -> place >= 0 && cells.getFirst().equals(new Cell.Words(row)))
                .map(cells -> cells.get(place))
                .filter(Cell.Figure.class::isInstance)
                .map(Cell.Figure.class::cast)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "no number at " + row + ", " + column + " of " + id));
    }

    /** The marks of its numbers. */
    public Set<Mark> marks() {
        Set<Mark> marks = new TreeSet<>();
        for (List<Cell> row : rows) {
            for (Cell cell : row) {
                if (cell instanceof Cell.Figure figure) {
                    marks.add(figure.mark());
                }
            }
        }
        if (marks.isEmpty()) {
            marks.add(source.mark());
        }
        return marks;
    }
}
