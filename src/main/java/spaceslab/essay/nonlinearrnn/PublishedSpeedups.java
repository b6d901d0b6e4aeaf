package spaceslab.essay.nonlinearrnn;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Speed-ups that DEER's authors published for a GRU on a GPU: never mixed with what this site
 * measures. The rows are those of {@code published/nonlinear-rnn.json} as plain text.
 */
final class PublishedSpeedups {
    private static final String FILE = "/published/nonlinear-rnn-speedups.csv";
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
     * @param source where it is printed
     */
    record Row(String pass, int states, int length, double speedUp, String mark, String source) {}

    static List<Row> rows() {
        return ROWS;
    }

    private static List<Row> read() {
        InputStream file = PublishedSpeedups.class.getResourceAsStream(FILE);
        if (file == null) {
            throw new IllegalStateException("missing resource " + FILE);
        }
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(PublishedSpeedups::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        List<String> cells = List.of(line.split(",", 6));
        return new Row(
                cells.get(0),
                Integer.parseInt(cells.get(1)),
                Integer.parseInt(cells.get(2)),
                Double.parseDouble(cells.get(3)),
                cells.get(4),
                cells.get(5));
    }
}
