package spaceslab.essay.amed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import spaceslab.essay.amed.solver.AmedFit;
import spaceslab.experiment.Emitter;

/** What was fitted, step by step, as rows of the table {@code middles}. */
final class FittedMiddles {
    private FittedMiddles() {}

    static void emit(
            SolverChoice choice, double[] stamps, List<AmedFit.FittedStep> fitted, Emitter out) {
        for (Object[] row : rows(choice, stamps, fitted)) {
            out.row("middles", row);
        }
    }

    /** With the time scale as a last column. */
    static void emitTimed(
            SolverChoice choice, double[] stamps, List<AmedFit.FittedStep> fitted, Emitter out) {
        List<Object[]> rows = rows(choice, stamps, fitted);
        for (int n = 0; n < rows.size(); n++) {
            Object[] row = Arrays.copyOf(rows.get(n), rows.get(n).length + 1);
            row[row.length - 1] = fitted.get(n).best().timeScale();
            out.row("middles", row);
        }
    }

    private static List<Object[]> rows(
            SolverChoice choice, double[] stamps, List<AmedFit.FittedStep> fitted) {
        List<Object[]> rows = new ArrayList<>();
        for (int n = 0; n < fitted.size(); n++) {
            AmedFit.Tried best = fitted.get(n).best();
            double from = stamps[n];
            double to = stamps[n + 1];
            double middle = from * Math.pow(to / from, best.r());
            rows.add(
                    new Object[] {
                        choice.key(),
                        n + 1,
                        from,
                        to,
                        middle,
                        best.r(),
                        best.c(),
                        Math.sqrt(best.loss())
                    });
        }
        return rows;
    }
}
