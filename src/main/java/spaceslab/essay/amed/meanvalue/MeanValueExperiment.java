package spaceslab.essay.amed.meanvalue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import spaceslab.essay.amed.solver.Schedule;
import spaceslab.essay.amed.solver.Solvers;
import spaceslab.essay.amed.solver.TwoStage;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.Extremum;

/**
 * Where the mean value lies in a step on a Gaussian, and how an AMED step's error depends on its
 * middle.
 */
public final class MeanValueExperiment implements Experiment<MeanValueParameters> {
    private static final int MIDDLES = 199;
    private static final double EDGE = 1e-6;

    /** Of errors in units of the starting x. */
    private static final double ROUNDING = 1e-15;

    private static final double START = 80;
    private static final double END = 0.002;
    private static final double RHO = 7;

    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "meanR",
                            "rootR",
                            "meanS",
                            "geometricR",
                            "errorAtRoot",
                            "errorEuler",
                            "errorHeun",
                            "errorDpm",
                            "bestJointError",
                            "bestJointR",
                            "bestJointKind")
                    .series("stepError", "middleR")
                    .table("steps", "step", "from", "to", "meanS", "meanR", "rootR", "dpmError")
                    .build();

    /** The best joint error was read off the points that are drawn. */
    @Override
    public int schemaVersion() {
        return 2;
    }

    @Override
    public String id() {
        return "meanValue";
    }

    @Override
    public Class<MeanValueParameters> parameters() {
        return MeanValueParameters.class;
    }

    @Override
    public Mode mode(MeanValueParameters parameters) {
        return Mode.LIVE;
    }

    @Override
    public Cost cost(MeanValueParameters parameters) {
        return Cost.small();
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(MeanValueParameters p, Emitter out, StopSignal stop) {
        oneStep(p, out);
        stop.check();
        schedule(p, out, stop);
    }

    /** The error of one step against its middle, along each axis and over both. */
    private static void oneStep(MeanValueParameters p, Emitter out) {
        GaussianStep first = new GaussianStep(p.variance(), p.from(), p.to());
        GaussianStep second = new GaussianStep(p.otherVariance(), p.from(), p.to());
        double[] r = new double[MIDDLES];
        double[] one = new double[MIDDLES];
        double[] other = new double[MIDDLES];
        double[] both = new double[MIDDLES];
        DoubleUnaryOperator joint = at -> joint(first.error(at), second.error(at));
        for (int i = 0; i < MIDDLES; i++) {
            r[i] = (i + 1.0) / (MIDDLES + 1);
            one[i] = first.error(r[i]);
            other[i] = second.error(r[i]);
            both[i] = joint(one[i], other[i]);
        }
        out.points("stepError.first", r, one);
        out.points("stepError.second", r, other);
        out.points("stepError.both", r, both);
        double[] scan =
                DoubleStream.concat(
                                DoubleStream.of(EDGE),
                                DoubleStream.concat(Arrays.stream(r), DoubleStream.of(1 - EDGE)))
                        .toArray();
        Extremum best = Extremum.minimum(joint, scan, ROUNDING);
        out.value("bestJointKind", best.kind().word());
        out.value("bestJointError", best.value());
        if (best.found()) {
            out.value("bestJointR", best.at());
        } else {
            out.note("noBestR");
        }
        out.value("meanS", first.meanValuePoint());
        out.value("meanR", first.r(first.meanValuePoint()));
        out.value("geometricR", 0.5);
        first.amedRoot()
                .ifPresent(root -> {
                    out.value("rootR", root);
                    out.value("errorAtRoot", first.error(root));
                });
        out.value("errorEuler", first.error(Solvers.euler()));
        out.value("errorHeun", first.error(TwoStage.heun()));
        out.value("errorDpm", first.error(TwoStage.dpmSolver2(0.5)));
    }

    private static double joint(double one, double other) {
        return Math.sqrt((one * one + other * other) / 2);
    }

    /** The mean value points of all steps of EDM's schedule. */
    private static void schedule(MeanValueParameters p, Emitter out, StopSignal stop) {
        double[] stamps = Schedule.POLYNOMIAL.stamps(START, END, RHO, p.steps());
        for (int n = 0; n < p.steps(); n++) {
            stop.check();
            GaussianStep step = new GaussianStep(p.variance(), stamps[n], stamps[n + 1]);
            double s = step.meanValuePoint();
            double root = step.amedRoot().orElse(Double.NaN);
            out.point("middleR.mean", stamps[n], step.r(s));
            out.point("middleR.root", stamps[n], root);
            out.row(
                    "steps",
                    n + 1,
                    stamps[n],
                    stamps[n + 1],
                    s,
                    step.r(s),
                    root,
                    step.error(TwoStage.dpmSolver2(0.5)));
        }
    }
}
