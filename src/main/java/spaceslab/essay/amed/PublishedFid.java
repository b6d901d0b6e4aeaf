package spaceslab.essay.amed;

import java.util.ArrayList;
import java.util.List;
import spaceslab.published.Cell;
import spaceslab.published.PublishedTable;
import spaceslab.published.PublishedTables;

/**
 * FID that AMED's authors published (table 2 of the CVPR version), out of {@code
 * published/amed.json}: never mixed with what this site measures.
 */
final class PublishedFid {
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
    record Row(PublishedSet set, String solver, int nfe, double fid) {}

    static List<Row> rows() {
        return ROWS;
    }

    private static List<Row> read() {
        List<Row> rows = new ArrayList<>();
        for (PublishedSet set : PublishedSet.values()) {
            PublishedTable table = PublishedTables.table("amed", set.table());
            for (List<Cell> cells : table.rows()) {
                if (cells.getFirst() instanceof Cell.Words name) {
                    add(set, solver(name.text()), table.columns(), cells, rows);
                }
            }
        }
        return List.copyOf(rows);
    }

    /** Columns are called “NFE 3”. */
    private static void add(
            PublishedSet set,
            SolverChoice solver,
            List<PublishedTable.Column> columns,
            List<Cell> cells,
            List<Row> rows) {
        for (int i = 1; i < cells.size(); i++) {
            if (cells.get(i) instanceof Cell.Figure figure) {
                int nfe = Integer.parseInt(columns.get(i).name().substring("NFE ".length()));
                rows.add(new Row(set, solver.key(), nfe, figure.value().doubleValue()));
            }
        }
    }

    private static SolverChoice solver(String printed) {
        return switch (printed) {
            case "DPM-Solver++(3M)" -> SolverChoice.DPM_PP3M;
            case "UniPC" -> SolverChoice.UNI_PC3;
            case "iPNDM" -> SolverChoice.IPNDM4;
            case "DDIM" -> SolverChoice.EULER;
            case "EDM (Heun)" -> SolverChoice.HEUN;
            case "DPM-Solver-2" -> SolverChoice.DPM_SOLVER2;
            case "AMED-Solver" -> SolverChoice.AMED;
            case "AMED-Plugin (on iPNDM)" -> SolverChoice.PLUGIN_IPNDM4;
            case "AMED-Plugin (on DPM-Solver-2)" -> SolverChoice.PLUGIN_DPM_SOLVER2;
            default -> throw new IllegalStateException("unknown solver " + printed);
        };
    }
}
