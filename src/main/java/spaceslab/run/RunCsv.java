package spaceslab.run;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import spaceslab.experiment.Language;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.RunResult;

/**
 * A run's data as one CSV text: in the first line whether it is whole, then parameters, values,
 * each series and each table as a block of its own. Cells that a spreadsheet could take for a
 * formula are marked as text.
 */
public final class RunCsv {
    private RunCsv() {}

    /** The text, lines ended by CR LF (RFC 4180). */
    public static String of(Run run, Language language) {
        StringBuilder csv = new StringBuilder();
        RunResult result = run.log().result();
        RunStanding standing = RunStanding.of(run, result, language);
        line(
                csv,
                List.of(
                        "outcome",
                        standing.outcome(),
                        "partial",
                        standing.partial(),
                        standing.explanation()));
        line(csv, List.of("run", run.id(), "identity", run.identity()));
        run.setup()
                .canonical()
                .forEach((name, text) -> line(csv, List.of("parameter", name, text)));
        result.values().forEach((name, value) -> line(csv, List.of("value", name, value)));
        result.series().forEach((name, series) -> series(csv, name, series));
        for (Map.Entry<String, List<List<Object>>> table : result.tables().entrySet()) {
            line(csv, List.of());
            line(csv, List.of("table", table.getKey()));
            run.setup()
                    .experiment()
                    .results()
                    .table(table.getKey())
                    .ifPresent(t ->
                            line(csv, t.columns().stream().map(ResultSchema.Item::name).toList()));
            table.getValue().forEach(row -> line(csv, row));
        }
        return csv.toString();
    }

    private static void series(StringBuilder csv, String name, RunResult.Series series) {
        boolean band = series.lower().length > 0;
        line(csv, List.of());
        line(csv, List.of("series", name));
        line(csv, band ? List.of("x", "y", "lower", "upper") : List.of("x", "y"));
        for (int i = 0; i < series.x().length; i++) {
            line(
                    csv,
                    band
                            ? List.of(
                                    series.x()[i],
                                    series.y()[i],
                                    series.lower()[i],
                                    series.upper()[i])
                            : List.of(series.x()[i], series.y()[i]));
        }
    }

    private static void line(StringBuilder csv, List<?> cells) {
        csv.append(cells.stream().map(RunCsv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(Object value) {
        String text = ParameterSchema.text(value);
        if (value instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
