package spaceslab.essay.amed;

import java.util.ArrayList;
import java.util.List;
import spaceslab.essay.amed.score.SampleError;
import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.essay.amed.score.Teacher;
import spaceslab.essay.amed.solver.AmedFit;
import spaceslab.essay.amed.solver.Sampler;
import spaceslab.essay.amed.solver.Schedule;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.SeededStreams;

/**
 * Samplers with few evaluations beside the exact curves, in the plane: where each goes, how far it
 * is from the curve after every step and at the end.
 */
final class TrajectoriesExperiment implements Experiment<TrajectoriesParameters> {
    private static final int CURVE_STEPS = 40;
    private static final int CORNERS = 36;

    /** Ample for what is drawn: sampling errors are a hundred times larger. */
    private static final double EXACTNESS = 1e-6;

    /** A sample this near to its exact end is counted as arrived. */
    private static final double CLOSE = 0.1;

    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values("bestError", "bestSolver", "worstError", "worstSolver")
                    .series("within", "exact", "exactEnd", "path", "away")
                    .table("errors", "solver", "steps", "nfe", "error", "share", "farthest")
                    .table("middles", "solver", "step", "from", "to", "middle", "r", "c", "loss")
                    .build();

    @Override
    public String id() {
        return "trajectories";
    }

    @Override
    public Class<TrajectoriesParameters> parameters() {
        return TrajectoriesParameters.class;
    }

    @Override
    public Mode mode(TrajectoriesParameters parameters) {
        return Mode.LIVE;
    }

    @Override
    public Cost cost(TrajectoriesParameters p) {
        double components = p.density().centres(p.own()).length;
        double evaluations = 700 + p.solvers().size() * 30.0 * p.nfe();
        return new Cost(0.02 + 3e-8 * evaluations * p.batch() * components, 32_000_000);
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(TrajectoriesParameters p, Emitter out, StopSignal stop) {
        ScoreModel model = p.model();
        SamplingSettings settings = p.settings();
        SeededStreams streams = new SeededStreams(p.seed());
        outlines(p, out);
        Teacher judged = teacher(model, streams.child(0), p);
        Teacher training = teacher(model, streams.child(1), p);
        double[] curve = Schedule.LOG_SNR.stamps(p.tMax(), p.tMin(), 1, CURVE_STEPS);
        announce(p, settings, judged, training, curve);
        double[][] exact = judged.at(curve, stop);
        int drawn = Math.min(p.drawn(), p.batch());
        double reach =
                Math.max(Polylines.WINDOW, Polylines.emit("exact", exact, curve, drawn, out));
        ends(exact[CURVE_STEPS], drawn, out);
        SamplerBench bench = new SamplerBench(model, settings, training, judged, stop);
        Standing standing = new Standing(out);
        for (SolverChoice choice : p.solvers()) {
            List<AmedFit.FittedStep> fitted = new ArrayList<>();
            Sampler sampler =
                    bench.sampler(choice, p.nfe(), (n, step) -> fitted.add(step)).orElseThrow();
            Sampler.Trajectory path = sampler.run(model, judged.noise(), stop);
            double farthest =
                    Polylines.emit(
                            "path." + choice.key(), path.points(), sampler.stamps(), drawn, out);
            judge(choice, sampler, path, judged, farthest, standing, out, stop);
            if (farthest > reach) {
                out.note("cutPath", choice.title(), Polylines.WINDOW, farthest);
            }
            FittedMiddles.emit(choice, sampler.stamps(), fitted, out);
        }
        standing.emit();
    }

    private static Teacher teacher(
            ScoreModel model, SeededStreams streams, TrajectoriesParameters p) {
        double[] noise = Teacher.noise(streams, p.batch(), 2, p.tMax());
        return new Teacher(model.flow().within(EXACTNESS), p.tMax(), noise);
    }

    private static void announce(
            TrajectoriesParameters p,
            SamplingSettings settings,
            Teacher judged,
            Teacher training,
            double[] curve) {
        judged.announce(curve);
        for (SolverChoice choice : p.solvers()) {
            if (choice.hasChosenStamps()) {
                training.announce(SamplerBench.fineStamps(settings));
                judged.announce(SamplerBench.fineStamps(settings));
            } else {
                int steps = settings.steps(choice, p.nfe()).orElseThrow();
                double[] stamps = settings.stamps(choice, steps);
                judged.announce(stamps);
                if (choice.isFitted()) {
                    training.announce(stamps);
                }
            }
        }
    }

    /** One and two standard deviations around every component. */
    private static void outlines(TrajectoriesParameters p, Emitter out) {
        for (double[] centre : p.density().centres(p.own())) {
            for (double deviations : new double[] {2, 1}) {
                double[][] outline =
                        p.density().outline(centre, p.deviation(), deviations, CORNERS);
                double[] x = new double[outline.length];
                double[] y = new double[outline.length];
                for (int i = 0; i < x.length; i++) {
                    x[i] = outline[i][0];
                    y[i] = outline[i][1];
                }
                out.points("within", x, y);
            }
        }
    }

    private static void ends(double[] end, int drawn, Emitter out) {
        double[] x = new double[drawn];
        double[] y = new double[drawn];
        for (int line = 0; line < drawn; line++) {
            x[line] = end[2 * line];
            y[line] = end[2 * line + 1];
        }
        out.points("exactEnd", x, y);
    }

    /** Distance from the exact curve after every step, in the scaled coordinates of the drawing. */
    private static void judge(
            SolverChoice choice,
            Sampler sampler,
            Sampler.Trajectory path,
            Teacher judged,
            double farthest,
            Standing standing,
            Emitter out,
            StopSignal stop) {
        double[] stamps = sampler.stamps();
        int steps = stamps.length - 1;
        double[][] exact = judged.at(stamps, stop);
        double[] t = new double[steps];
        double[] away = new double[steps];
        for (int n = 1; n <= steps; n++) {
            t[n - 1] = stamps[n];
            away[n - 1] =
                    SampleError.rootMeanSquare(path.points()[n], exact[n])
                            / Math.sqrt(1 + stamps[n] * stamps[n]);
        }
        out.points("away." + choice.key(), t, away);
        double error = SampleError.rootMeanSquare(path.end(), exact[steps]);
        double share = SampleError.within(path.end(), exact[steps], 2, CLOSE);
        out.row("errors", choice.key(), steps, path.evaluations(), error, share, farthest);
        standing.add(choice.key(), error);
    }
}
