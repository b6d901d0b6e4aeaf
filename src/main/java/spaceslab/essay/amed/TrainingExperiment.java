package spaceslab.essay.amed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spaceslab.essay.amed.score.SampleError;
import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.essay.amed.score.Teacher;
import spaceslab.essay.amed.solver.Amed;
import spaceslab.essay.amed.solver.AmedBase;
import spaceslab.essay.amed.solver.AmedFit;
import spaceslab.essay.amed.solver.AmedOracle;
import spaceslab.essay.amed.solver.Sampler;
import spaceslab.essay.amed.solver.Solver;
import spaceslab.essay.amed.solver.TwoStage;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Obstacle;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Adam;
import spaceslab.learning.Engine;
import spaceslab.learning.Precision;
import spaceslab.learning.TensorScope;
import spaceslab.learning.Training;
import spaceslab.learning.Weights;
import spaceslab.numerics.SeededStreams;

/**
 * AMED trained while one watches: first one r and c for each step, fitted, then g_φ, which predicts
 * them for every sample; both judged on samples that neither has seen, beside the same steps
 * without training and with the best r of every sample.
 */
final class TrainingExperiment implements Experiment<TrainingParameters> {
    private static final int GRID = 13;
    private static final int REFINEMENTS = 8;
    private static final int ORACLE_GRID = 97;
    private static final double EXACTNESS = 1e-6;

    /** Rounds between two looks at the judged samples. */
    private static final int LOOKS = 25;

    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "errorUntrained",
                            "errorScalars",
                            "errorPredicted",
                            "errorOracle",
                            "secondsScalars [s]",
                            "secondsPredictor [s]")
                    .series("valley", "scaledLoss", "predictedMiddle", "errorOf")
                    .table("middles", "solver", "step", "from", "to", "middle", "r", "c", "loss")
                    .build();

    @Override
    public String id() {
        return "training";
    }

    @Override
    public Class<TrainingParameters> parameters() {
        return TrainingParameters.class;
    }

    @Override
    public Mode mode(TrainingParameters parameters) {
        return Mode.QUEUED;
    }

    @Override
    public Cost cost(TrainingParameters p) {
        double steps = (double) p.rounds() * p.steps();
        double pairs = (double) p.density().components() * p.density().dimension();
        double flow = p.density().isPlane() ? 0 : 700.0 * p.density().pool() * pairs * 6e-10;
        double scores = p.density().isPlane() ? 0 : steps * p.batch() * pairs * 24 / 1.5e10;
        return new Cost(
                1
                        + flow
                        + scores
                        + steps * (3e-3 + 2e-8 * p.batch() * p.hidden() * p.hidden() / 10),
                64_000_000L
                        + 400L * p.batch() * p.hidden()
                        + 100L * p.batch() * p.density().components());
    }

    @Override
    public Optional<Obstacle> obstacle() {
        return Engine.obstacle();
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(TrainingParameters p, Emitter out, StopSignal stop) {
        SeededStreams streams = new SeededStreams(p.seed());
        TrainingDensity density = p.density();
        ScoreModel model = density.model(p.deviation());
        double[] stamps = p.stamps();
        double[] noise = noise(streams.child(0), density.pool(), density);
        double[] unseen = noise(streams.child(1), density.judged(), density);
        var flow = model.flow().within(EXACTNESS);
        double[][] pool = flow.at(noise, TrainingParameters.START, stamps, stop);
        double[][] exact = flow.at(unseen, TrainingParameters.START, stamps, stop);
        scalars(p, model, noise, pool, unseen, exact, out, stop);
        try (TensorScope run = TensorScope.root(stop)) {
            TensorMixture tensors =
                    new TensorMixture(density.centres(), density.deviation(p.deviation()));
            Weights weights = Weights.of(streams.child(2), Precision.FLOAT64);
            MiddlePredictor predictor =
                    new MiddlePredictor(tensors, weights, p.hidden(), p.scaleBound());
            Distillation student = new Distillation(p, tensors, predictor, pool);
            distil(
                    p,
                    student,
                    new Adam(weights, Adam.Settings.usual()),
                    streams,
                    unseen,
                    exact,
                    out,
                    stop);
        }
    }

    private static double[] noise(SeededStreams streams, int rows, TrainingDensity density) {
        return Teacher.noise(streams, rows, density.dimension(), TrainingParameters.START);
    }

    /** Fits the scalars, judges them and their neighbours. */
    private static void scalars(
            TrainingParameters p,
            ScoreModel model,
            double[] noise,
            double[][] pool,
            double[] unseen,
            double[][] exact,
            Emitter out,
            StopSignal stop) {
        double[] stamps = p.stamps();
        List<AmedFit.FittedStep> fitted = new ArrayList<>();
        long start = System.nanoTime();
        Amed amed =
                new AmedFit(new AmedBase(), AmedFit.even(GRID), REFINEMENTS, p.scaleBound())
                        .fit(
                                model,
                                noise,
                                pool,
                                stamps,
                                p.analytical(),
                                (n, step) -> {
                                    fitted.add(step);
                                    valley(n, step, out);
                                    out.progress("scalars", n + 1, p.steps());
                                },
                                stop);
        out.value("secondsScalars", (System.nanoTime() - start) / 1e9);
        FittedMiddles.emit(SolverChoice.AMED, stamps, fitted, out);
        double untrained = judged(TwoStage.dpmSolver2(0.5), p, model, unseen, exact, stop);
        out.value("errorUntrained", untrained);
        out.value("errorScalars", judged(amed, p, model, unseen, exact, stop));
        Solver oracle = new AmedOracle(AmedFit.even(ORACLE_GRID), exact);
        out.value("errorOracle", judged(oracle, p, model, unseen, exact, stop));
    }

    private static void valley(int n, AmedFit.FittedStep step, Emitter out) {
        for (AmedFit.Tried tried : step.grid()) {
            out.point("valley.step" + (n + 1), tried.r(), Math.sqrt(tried.loss()));
        }
    }

    private static double judged(
            Solver solver,
            TrainingParameters p,
            ScoreModel model,
            double[] unseen,
            double[][] exact,
            StopSignal stop) {
        double[] end =
                new Sampler(solver, p.stamps(), p.analytical()).run(model, unseen, stop).end();
        return SampleError.rootMeanSquare(end, exact[exact.length - 1]);
    }

    private static void distil(
            TrainingParameters p,
            Distillation student,
            Adam adam,
            SeededStreams streams,
            double[] unseen,
            double[][] exact,
            Emitter out,
            StopSignal stop) {
        double[] end = exact[exact.length - 1];
        out.point("errorOf.predictor", 0, error(student, unseen, end));
        Training.Summary summary =
                student.run(
                        adam,
                        streams.child(3),
                        (round, step, loss, middle) -> {
                            String name = ".step" + (step + 1);
                            if (round % every(p) == 0) {
                                out.point("scaledLoss" + name, round, Math.sqrt(loss));
                                out.point("predictedMiddle" + name, round, middle);
                            }
                            if (step == p.steps() - 1) {
                                out.progress("distilling", round, p.rounds());
                                if (round % LOOKS == 0 || round == p.rounds()) {
                                    out.point(
                                            "errorOf.predictor",
                                            round,
                                            error(student, unseen, end));
                                }
                            }
                        },
                        stop);
        out.value("secondsPredictor", summary.seconds());
        out.value("errorPredicted", error(student, unseen, end));
    }

    /** At most about 300 points a curve. */
    private static int every(TrainingParameters p) {
        return Math.max(1, p.rounds() / 300);
    }

    private static double error(Distillation student, double[] unseen, double[] end) {
        double[][] points = student.sample(unseen);
        return SampleError.rootMeanSquare(points[points.length - 1], end);
    }
}
