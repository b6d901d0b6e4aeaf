package spaceslab.essay.amed;

import spaceslab.experiment.Emitter;

/** Best and worst of the samplers that were judged. */
final class Standing {
    private final Emitter out;
    private String best = "";
    private String worst = "";
    private double least = Double.POSITIVE_INFINITY;
    private double largest = Double.NEGATIVE_INFINITY;

    Standing(Emitter out) {
        this.out = out;
    }

    void add(String solver, double error) {
        if (error < least) {
            least = error;
            best = solver;
        }
        if (error > largest) {
            largest = error;
            worst = solver;
        }
    }

    void emit() {
        out.value("bestSolver", best);
        out.value("bestError", least);
        out.value("worstSolver", worst);
        out.value("worstError", largest);
    }
}
