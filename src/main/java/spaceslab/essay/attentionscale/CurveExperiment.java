package spaceslab.essay.attentionscale;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;

/**
 * The mean-field gradient G(α) at one or several n with its optimum, and both entropies. A curve
 * ends where the estimate reaches Σp² = 1: beyond, it is meaningless.
 */
final class CurveExperiment implements Experiment<CurveParameters> {
    private static final int POINTS = 400;
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "alphaStar",
                            "gradientStar",
                            "alphaOne",
                            "gradientOne",
                            "alphaEssay",
                            "gradientEssay",
                            "alphaEnd",
                            "shannonStar [nat]",
                            "renyi2Star [nat]")
                    .series("gradient", "overlay", "shannon", "renyi2")
                    .table(
                            "optima",
                            "n",
                            "alphaStar",
                            "gradientStar",
                            "gradientOne",
                            "gradientEssay",
                            "alphaEnd")
                    .build();

    @Override
    public String id() {
        return "curve";
    }

    @Override
    public Class<CurveParameters> parameters() {
        return CurveParameters.class;
    }

    @Override
    public Mode mode(CurveParameters parameters) {
        return Mode.LIVE;
    }

    @Override
    public Cost cost(CurveParameters parameters) {
        return Cost.small();
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(CurveParameters parameters, Emitter out, StopSignal stop) {
        double essay = parameters.distribution().essayScale();
        MeanField main = parameters.meanField(parameters.n());
        double star = main.optimum();
        out.value("alphaStar", star);
        out.value("gradientStar", main.gradient(star));
        out.value("alphaOne", 1.0);
        present("gradientOne", gradientOrNaN(main, 1), out);
        out.value("alphaEssay", essay);
        present("gradientEssay", gradientOrNaN(main, essay), out);
        out.value("alphaEnd", main.end());
        out.value("shannonStar", main.shannon(star));
        out.value("renyi2Star", main.renyi2(star));

        List<MeanField> fields = new ArrayList<>();
        fields.add(main);
        LinkedHashSet<Integer> further = new LinkedHashSet<>(parameters.overlay());
        further.remove(parameters.n());
        further.forEach(n -> fields.add(parameters.meanField(n)));
        double last = 0;
        for (MeanField field : fields) {
            last = Math.max(last, field.end());
        }
        double range = parameters.automatic() ? 1.02 * last : parameters.alphaMax();
        for (MeanField field : fields) {
            stop.check();
            double end = field.end();
            double[] alpha = grid(Math.min(range, end));
            double[] g = new double[alpha.length];
            for (int i = 0; i < alpha.length; i++) {
                g[i] = alpha[i] >= end ? 0 : field.gradient(alpha[i]);
            }
            int n = (int) field.n();
            out.points(n == parameters.n() ? "gradient" : "overlay." + n, alpha, g);
            double optimum = field.optimum();
            out.row(
                    "optima",
                    n,
                    optimum,
                    field.gradient(optimum),
                    gradientOrNaN(field, 1),
                    gradientOrNaN(field, essay),
                    end);
        }
        entropies(main, Math.min(range, main.end()), out);
        if (Math.max(essay, 1) > main.end() || (!parameters.automatic() && range > main.end())) {
            out.note("curveEnds", main.end());
        }
    }

    private static void entropies(MeanField field, double end, Emitter out) {
        double[] alpha = grid(end);
        double[] shannon = new double[alpha.length];
        double[] renyi2 = new double[alpha.length];
        for (int i = 0; i < alpha.length; i++) {
            shannon[i] = field.shannon(alpha[i]);
            renyi2[i] = field.renyi2(alpha[i]);
        }
        out.points("shannon", alpha, shannon);
        out.points("renyi2", alpha, renyi2);
    }

    /** G where the estimate means something, NaN beyond its end. */
    private static double gradientOrNaN(MeanField field, double alpha) {
        return alpha <= field.end() ? field.gradient(alpha) : Double.NaN;
    }

    /** Beyond its end the estimate has no value; a note says where that is. */
    private static void present(String name, double gradient, Emitter out) {
        if (!Double.isNaN(gradient)) {
            out.value(name, gradient);
        }
    }

    private static double[] grid(double end) {
        double[] alpha = new double[POINTS + 1];
        for (int i = 0; i <= POINTS; i++) {
            alpha[i] = end * i / POINTS;
        }
        return alpha;
    }
}
