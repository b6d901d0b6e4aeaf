package spaceslab.essay.amed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import spaceslab.essay.amed.score.SampleError;
import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.essay.amed.score.SlicedWasserstein;
import spaceslab.essay.amed.score.Teacher;
import spaceslab.essay.amed.solver.AmedFit;
import spaceslab.essay.amed.solver.Sampler;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.SeededStreams;

/**
 * Samplers against the number of evaluations: the distance of their samples from the exact ends,
 * and how many of them end at the right image or component. Beside it, on axes of its own, what the
 * paper's authors measured on image sets.
 */
final class NfeSweepExperiment implements Experiment<NfeSweepParameters> {
    /** Larger errors are drawn here and labelled. */
    private static final double CEILING = 10;

    private static final int DIRECTIONS = 128;
    private static final double EXACTNESS = 1e-6;
    private static final double LIVE_SECONDS = 0.8;

    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values("bestSolver", "bestError", "worstSolver", "worstError", "middleNfe")
                    .series("error", "agreement", "sliced", "published")
                    .table("errors", "solver", "nfe", "steps", "error", "agreement", "sliced")
                    .table(
                            "middles",
                            "solver",
                            "step",
                            "from",
                            "to",
                            "middle",
                            "r",
                            "c",
                            "loss",
                            "timeScale")
                    .table("publishedFid", "set", "solver", "nfe", "fid")
                    .build();

    @Override
    public String id() {
        return "nfeSweep";
    }

    @Override
    public Class<NfeSweepParameters> parameters() {
        return NfeSweepParameters.class;
    }

    @Override
    public Mode mode(NfeSweepParameters parameters) {
        return cost(parameters).seconds() <= LIVE_SECONDS ? Mode.LIVE : Mode.QUEUED;
    }

    @Override
    public Cost cost(NfeSweepParameters p) {
        double evaluations = 350;
        boolean fits = false;
        for (SolverChoice solver : p.solvers()) {
            for (int nfe = p.leastNfe(); nfe <= p.mostNfe(); nfe++) {
                double searched = (nfe + 1) / 2.0;
                evaluations += nfe;
                evaluations += solver.isFitted() ? 22 * searched : 0;
                evaluations += solver == SolverChoice.AMED_TIMED ? 56 * searched : 0;
                evaluations += solver == SolverChoice.AMED_ORACLE ? 34 * searched : 0;
                evaluations += solver.hasChosenStamps() ? SamplerBench.FINE_STEPS : 0;
            }
            fits |= solver.isFitted() || solver.hasChosenStamps();
        }
        evaluations += fits ? 350 : 0;
        double pairs = (double) p.batch() * p.model().components();
        double each = 2e-6 + pairs * (4e-9 + 4.0 * p.width() / 1.5e10);
        return new Cost(evaluations * each, 40_000_000L + 2 * 90 * 8L * p.batch() * p.width());
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(NfeSweepParameters p, Emitter out, StopSignal stop) {
        published(p.published(), out);
        SeededStreams streams = new SeededStreams(p.seed());
        ScoreModel model = p.model().model(p.dimension(), streams.child(2));
        SamplingSettings settings = p.settings();
        Teacher judged = teacher(model, streams.child(0), p);
        Teacher training = teacher(model, streams.child(1), p);
        announce(p, settings, judged, training);
        out.progress("curves", 0, 1);
        double[] exact = judged.at(p.tMin(), stop);
        out.progress("curves", 1, 1);
        SamplerBench bench = new SamplerBench(model, settings, training, judged, stop);
        Judge judge =
                new Judge(
                        p.model().landmarks(model),
                        SlicedWasserstein.of(p.width(), DIRECTIONS, streams.child(3)));
        int middle = (p.leastNfe() + p.mostNfe()) / 2;
        middle = p.leastNfe() <= 5 && p.mostNfe() >= 5 ? 5 : middle;
        out.value("middleNfe", middle);
        Standing standing = new Standing(out);
        int done = 0;
        for (SolverChoice choice : p.solvers()) {
            for (int nfe = p.leastNfe(); nfe <= p.mostNfe(); nfe++) {
                List<AmedFit.FittedStep> fitted = new ArrayList<>();
                Optional<Sampler> sampler =
                        bench.sampler(choice, nfe, (n, step) -> fitted.add(step));
                if (sampler.isPresent()) {
                    double error =
                            judge(choice, sampler.get(), model, judge, judged, exact, out, stop);
                    if (nfe == middle) {
                        standing.add(choice.key(), error);
                        FittedMiddles.emitTimed(choice, sampler.get().stamps(), fitted, out);
                    }
                }
            }
            out.progress("sampling", ++done, p.solvers().size());
        }
        standing.emit();
    }

    /**
     * What samples are judged by beside their distance.
     *
     * @param landmarks which image or component a row is nearest to
     * @param sliced distance from the exact ends as distributions
     */
    private record Judge(Optional<Function<double[], int[]>> landmarks, SlicedWasserstein sliced) {}

    private static Teacher teacher(ScoreModel model, SeededStreams streams, NfeSweepParameters p) {
        double[] noise = Teacher.noise(streams, p.batch(), p.width(), p.tMax());
        return new Teacher(model.flow().within(EXACTNESS), p.tMax(), noise);
    }

    private static void announce(
            NfeSweepParameters p, SamplingSettings settings, Teacher judged, Teacher training) {
        judged.announce(p.tMin());
        for (SolverChoice choice : p.solvers()) {
            if (choice.hasChosenStamps()) {
                training.announce(SamplerBench.fineStamps(settings));
            }
            for (int nfe = p.leastNfe(); nfe <= p.mostNfe(); nfe++) {
                settings.steps(choice, nfe)
                        .ifPresent(steps -> {
                            if (choice.isFitted()) {
                                training.announce(settings.stamps(choice, steps));
                            } else if (choice == SolverChoice.AMED_ORACLE) {
                                judged.announce(settings.stamps(choice, steps));
                            }
                        });
            }
        }
    }

    private static double judge(
            SolverChoice choice,
            Sampler sampler,
            ScoreModel model,
            Judge judge,
            Teacher judged,
            double[] exact,
            Emitter out,
            StopSignal stop) {
        Sampler.Trajectory path = sampler.run(model, judged.noise(), stop);
        double error = SampleError.rootMeanSquare(path.end(), exact);
        double agreement =
                judge.landmarks()
                        .map(landmarks -> agreement(landmarks, path.end(), exact))
                        .orElse(Double.NaN);
        double sliced = judge.sliced().between(path.end(), exact);
        int nfe = path.evaluations();
        out.point("error." + choice.key(), nfe, Math.min(CEILING, error));
        if (!Double.isNaN(agreement)) {
            out.point("agreement." + choice.key(), nfe, agreement);
        }
        out.point("sliced." + choice.key(), nfe, Math.min(CEILING, sliced));
        if (error > CEILING) {
            out.note("cutError", choice.title(), nfe, error, CEILING);
        }
        out.row("errors", choice.key(), nfe, sampler.stamps().length - 1, error, agreement, sliced);
        return error;
    }

    /** Part of the samples that end at the image or component of their exact end. */
    private static double agreement(
            Function<double[], int[]> landmarks, double[] end, double[] exact) {
        int[] reached = landmarks.apply(end);
        int[] right = landmarks.apply(exact);
        int same = 0;
        for (int row = 0; row < reached.length; row++) {
            same += reached[row] == right[row] ? 1 : 0;
        }
        return (double) same / reached.length;
    }

    private static void published(PublishedSet chosen, Emitter out) {
        for (PublishedFid.Row row : PublishedFid.rows()) {
            out.row("publishedFid", row.set().key(), row.solver(), row.nfe(), row.fid());
            if (row.set() == chosen) {
                out.point("published." + row.solver(), row.nfe(), row.fid());
            }
        }
    }
}
