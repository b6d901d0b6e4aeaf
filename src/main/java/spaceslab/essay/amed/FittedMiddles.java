package spaceslab.essay.amed;

import java.util.List;
import spaceslab.essay.amed.solver.AmedFit;
import spaceslab.experiment.Emitter;

/** What was fitted, step by step, as rows of the table {@code middles}. */
final class FittedMiddles {
    private FittedMiddles() {}

    static void emit(
            SolverChoice choice, double[] stamps, List<AmedFit.FittedStep> fitted, Emitter out) {
        for (int n = 0; n < fitted.size(); n++) {
            AmedFit.Tried best = fitted.get(n).best();
            double from = stamps[n];
            double to = stamps[n + 1];
            double middle = from * Math.pow(to / from, best.r());
            out.row(
                    "middles",
                    choice.key(),
                    n + 1,
                    from,
                    to,
                    middle,
                    best.r(),
                    best.c(),
                    Math.sqrt(best.loss()));
        }
    }
}
