package spaceslab.essay.amed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * FID that AMED's authors published (table 2 of the CVPR version): never mixed with what this site
 * measures. The rows are those of {@code published/amed.json} as plain text.
 */
final class PublishedFid {
    private static final String FILE = "/published/amed-fid.csv";
    private static final List<Row> ROWS = read();

    private PublishedFid() {}

    /**
     * One published number.
     *
     * @param set image set
     * @param solver as in {@link SolverChoice#key()}
     * @param nfe evaluations
     * @param fid lower is better
     */
    record Row(String set, String solver, int nfe, double fid) {}

    static List<Row> rows() {
        return ROWS;
    }

    private static List<Row> read() {
        InputStream file = PublishedFid.class.getResourceAsStream(FILE);
        if (file == null) {
            throw new IllegalStateException("missing resource " + FILE);
        }
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(PublishedFid::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        List<String> cells = List.of(line.split(",", 4));
        return new Row(
                cells.get(0),
                cells.get(1),
                Integer.parseInt(cells.get(2)),
                Double.parseDouble(cells.get(3)));
    }
}
