package spaceslab.essay.nonlinearrnn;

import java.util.ArrayList;
import java.util.List;
import spaceslab.experiment.Language;
import spaceslab.published.Cell;
import spaceslab.published.PublishedTable;
import spaceslab.published.PublishedTables;

/**
 * Speed-ups that DEER's authors published for a GRU on a GPU, out of {@code
 * published/nonlinear-rnn.json}: never mixed with what this site measures.
 */
final class PublishedSpeedups {
    private static final List<Row> ROWS = read();

    private PublishedSpeedups() {}

    /**
     * One published number.
     *
     * @param pass forward, forwardGrad, or the logs' forwardLog, forwardGradLog
     * @param states size of the GRU's state
     * @param length T
     * @param speedUp over sequential evaluation on the same GPU
     * @param mark how well its origin is known
     * @param source the published table, which names paper and place
     */
    record Row(String pass, int states, int length, double speedUp, String mark, String source) {}

    static List<Row> rows() {
        return ROWS;
    }

    private static List<Row> read() {
        List<Row> rows = new ArrayList<>();
        for (PublishedTable table : PublishedTables.of("nonlinear-rnn", Language.EN)) {
            switch (table.id()) {
                case "deerSpeedupForward" -> byStates(table, "forward", rows);
                case "deerSpeedupForwardGrad" -> byStates(table, "forwardGrad", rows);
                case "deerRawLogs" -> {
                    add(table, 0, "forwardLog", 1, rows);
                    add(table, 1, "forwardGradLog", 1, rows);
                }
                default -> {}
            }
        }
        return List.copyOf(rows);
    }

    /** Rows are called “dim 4”. */
    private static void byStates(PublishedTable table, String pass, List<Row> rows) {
        for (int i = 0; i < table.rows().size(); i++) {
            if (table.rows().get(i).getFirst() instanceof Cell.Words name) {
                add(table, i, pass, Integer.parseInt(name.text().substring("dim ".length())), rows);
            }
        }
    }

    private static void add(
            PublishedTable table, int number, String pass, int states, List<Row> rows) {
        List<Cell> cells = table.rows().get(number);
        for (int i = 1; i < cells.size(); i++) {
            if (cells.get(i) instanceof Cell.Figure figure) {
                rows.add(
                        new Row(
                                pass,
                                states,
                                length(table.columns().get(i).name()),
                                figure.value().doubleValue(),
                                figure.mark().key(),
                                table.id()));
            }
        }
    }

    /** Columns are called “T = 30k” or “T = 1M”. */
    private static int length(String column) {
        int end = column.length() - 1;
        int unit = column.charAt(end) == 'M' ? 1_000_000 : 1000;
        return unit * Integer.parseInt(column.substring("T = ".length(), end));
    }
}
