package spaceslab.essay.amed.meanvalue;

import java.util.Arrays;
import java.util.List;
import spaceslab.essay.amed.score.Gaussian;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;

/**
 * The mean value point of every step on a Gaussian, in closed form for each eigenvalue, and what a
 * step costs when AMED-Solver looks elsewhere: error against r, beside the solvers that do not
 * choose.
 */
public final class MiddlePointExperiment implements Experiment<MiddlePointParameters> {
    private static final int POINTS = 99;
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values("half", "leastError", "worstMiddle")
                    .series("onCurve", "onTangent", "best", "arithmetic", "error")
                    .table(
                            "steps",
                            "step",
                            "from",
                            "to",
                            "middle",
                            "exponent",
                            "bestExponent",
                            "bestScale",
                            "amed",
                            "amedScaled",
                            "dpmSolver2",
                            "euler",
                            "heun")
                    .build();

    @Override
    public String id() {
        return "middlePoint";
    }

    @Override
    public Class<MiddlePointParameters> parameters() {
        return MiddlePointParameters.class;
    }

    @Override
    public Mode mode(MiddlePointParameters parameters) {
        return Mode.LIVE;
    }

    @Override
    public Cost cost(MiddlePointParameters parameters) {
        return Cost.small();
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(MiddlePointParameters p, Emitter out, StopSignal stop) {
        double[] stamps = p.stamps();
        double[] step = new double[p.steps()];
        Arrays.setAll(step, n -> n + 1);
        exponents(p, stamps, step, out);
        double[] variances = p.variances().stream().mapToDouble(Double::doubleValue).toArray();
        Gaussian model = new Gaussian(new double[variances.length], variances);
        double[] grid = new double[POINTS];
        Arrays.setAll(grid, i -> (i + 1.0) / (POINTS + 1));
        double[] best = new double[p.steps()];
        double worst = 0;
        double least = 0;
        for (int n = 0; n < p.steps(); n++) {
            OneStep one = new OneStep(model, variances, stamps[n], stamps[n + 1], stop);
            double[] error = Arrays.stream(grid).map(r -> one.amed(r).error()).toArray();
            out.points("error." + (n + 1), grid, error);
            OneStep.Attempt found = one.best(grid, error);
            best[n] = found.exponent();
            least = Math.max(least, found.error());
            worst = Math.max(worst, one.amed(0.5).error());
            row(n, variances[0], one, found, out);
        }
        out.points("best", step, best);
        out.value("half", 0.5);
        out.value("leastError", least);
        out.value("worstMiddle", worst);
    }

    private static void exponents(
            MiddlePointParameters p, double[] stamps, double[] step, Emitter out) {
        double[] arithmetic = new double[step.length];
        for (int n = 0; n < step.length; n++) {
            double mean = (stamps[n] + stamps[n + 1]) / 2;
            arithmetic[n] = GaussianMiddle.exponent(mean, stamps[n], stamps[n + 1]);
        }
        out.points("arithmetic", step, arithmetic);
        List<Double> variances = p.variances();
        for (int i = 0; i < variances.size(); i++) {
            double[] curve = new double[step.length];
            double[] tangent = new double[step.length];
            for (int n = 0; n < step.length; n++) {
                double a = stamps[n];
                double b = stamps[n + 1];
                double s = GaussianMiddle.onCurve(variances.get(i), a, b);
                curve[n] = GaussianMiddle.exponent(s, a, b);
                double y = GaussianMiddle.onTangent(variances.get(i), a, b);
                tangent[n] = GaussianMiddle.exponent(y, a, b);
            }
            out.points("onCurve." + (i + 1), step, curve);
            out.points("onTangent." + (i + 1), step, tangent);
        }
    }

    private static void row(
            int n, double variance, OneStep one, OneStep.Attempt found, Emitter out) {
        double s = GaussianMiddle.onCurve(variance, one.from(), one.to());
        out.row(
                "steps",
                n + 1,
                one.from(),
                one.to(),
                s,
                GaussianMiddle.exponent(s, one.from(), one.to()),
                found.exponent(),
                found.scale(),
                found.error(),
                found.scaledError(),
                one.dpmSolver2(),
                one.euler(),
                one.heun());
    }
}
