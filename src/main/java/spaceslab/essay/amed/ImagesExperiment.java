package spaceslab.essay.amed;

import java.util.List;
import spaceslab.essay.amed.denoiser.ShippedDenoiser;
import spaceslab.essay.amed.score.FiniteSet;
import spaceslab.essay.amed.score.SampleError;
import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.essay.amed.score.Teacher;
import spaceslab.essay.amed.solver.Sampler;
import spaceslab.essay.amed.solver.Schedule;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.data.ImageSet;
import spaceslab.numerics.SeededStreams;

/**
 * One noise, sampled by every sampler with every number of evaluations, beside the image at which
 * its exact curve ends; and how nearly that curve lies in a plane.
 */
final class ImagesExperiment implements Experiment<ImagesParameters> {
    /** Columns of the matrix; one more shows the exact end. */
    private static final List<Integer> EVALUATIONS = List.of(3, 4, 5, 6, 7, 8, 10);

    /** Noises to choose from; planarity is measured over all. */
    private static final int SAMPLES = 8;

    private static final int COMPONENTS = 3;
    private static final int CURVE_STEPS = 60;
    private static final double EXACTNESS = 1e-6;
    private static final double LIVE_SECONDS = 0.8;

    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values("worstOne", "worstTwo", "worstThree")
                    .series("plane", "residual")
                    .table(
                            "numbers", "solver", "at3", "at4", "at5", "at6", "at7", "at8", "at10",
                            "right")
                    .images("matrix")
                    .build();

    @Override
    public String id() {
        return "images";
    }

    @Override
    public Class<ImagesParameters> parameters() {
        return ImagesParameters.class;
    }

    @Override
    public Mode mode(ImagesParameters parameters) {
        return cost(parameters).seconds() <= LIVE_SECONDS ? Mode.LIVE : Mode.QUEUED;
    }

    @Override
    public Cost cost(ImagesParameters p) {
        double onSamples = 350;
        double onBatch = 0;
        for (SolverChoice solver : p.solvers()) {
            onSamples += 50 + (solver == SolverChoice.AMED_ORACLE ? 900 : 0);
            onBatch += solver.isFitted() ? 600 : solver.hasChosenStamps() ? 500 : 0;
        }
        onBatch += onBatch > 0 ? 350 : 0;
        double each =
                p.model().model().components()
                        * (4e-9 + 4.0 * p.model().model().dimension(1) / 1.5e10);
        return new Cost((onSamples * SAMPLES + onBatch * p.batch()) * each, 64_000_000);
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(ImagesParameters p, Emitter out, StopSignal stop) {
        ImageSet images = p.model().model().images().orElseThrow();
        FiniteSet pictures = FiniteSet.of(images);
        ScoreModel model =
                p.model() == ImageModel.TRAINED_DIGITS
                        ? ShippedDenoiser.OPTICAL_DIGITS.model()
                        : pictures;
        SamplingSettings settings = p.settings();
        SeededStreams streams = new SeededStreams(p.seed());
        Teacher judged = teacher(model, streams.child(0), SAMPLES, p.tMax());
        Teacher training = teacher(model, streams.child(1), p.batch(), p.tMax());
        double[] curve = Schedule.LOG_SNR.stamps(p.tMax(), p.tMin(), 1, CURVE_STEPS);
        judged.announce(curve);
        announce(p, settings, judged, training);
        out.progress("curves", 0, 1);
        double[][] exact = judged.at(curve, stop);
        out.progress("curves", 1, 1);
        PrincipalPlane plane = planarity(exact, curve, p, model.dimension(), out);
        SamplerBench bench = new SamplerBench(model, settings, training, judged, stop);
        paths(p, bench, model, judged, plane, out, stop);
        matrix(p, bench, model, pictures, judged, exact[CURVE_STEPS], images, out, stop);
    }

    private static Teacher teacher(
            ScoreModel model, SeededStreams streams, int rows, double start) {
        double[] noise = Teacher.noise(streams, rows, model.dimension(), start);
        return new Teacher(model.flow().within(EXACTNESS), start, noise);
    }

    private static void announce(
            ImagesParameters p, SamplingSettings settings, Teacher judged, Teacher training) {
        for (SolverChoice choice : p.solvers()) {
            if (choice.hasChosenStamps()) {
                training.announce(SamplerBench.fineStamps(settings));
            } else if (choice.isFitted() || choice == SolverChoice.AMED_ORACLE) {
                Teacher teacher = choice.isFitted() ? training : judged;
                for (int nfe : EVALUATIONS) {
                    teacher.announce(
                            settings.stamps(choice, settings.steps(choice, nfe).orElseThrow()));
                }
                teacher.announce(
                        settings.stamps(choice, settings.steps(choice, p.nfe()).orElseThrow()));
            }
        }
    }

    /** Residuals of the shown curve, and the largest of all; the shown curve in its plane. */
    private static PrincipalPlane planarity(
            double[][] exact, double[] curve, ImagesParameters p, int d, Emitter out) {
        double[] worst = new double[COMPONENTS];
        for (int row = 0; row < SAMPLES; row++) {
            PrincipalPlane plane = PrincipalPlane.of(exact, row, d, COMPONENTS);
            for (int k = 1; k <= COMPONENTS; k++) {
                for (double[] batch : exact) {
                    worst[k - 1] = Math.max(worst[k - 1], plane.residual(batch, row, k));
                }
            }
        }
        out.value("worstOne", 100 * worst[0]);
        out.value("worstTwo", 100 * worst[1]);
        out.value("worstThree", 100 * worst[2]);
        int shown = p.sample() - 1;
        PrincipalPlane plane = PrincipalPlane.of(exact, shown, d, COMPONENTS);
        String[] names = {"one", "two", "three"};
        for (int k = 1; k <= COMPONENTS; k++) {
            double[] residuals = new double[curve.length];
            for (int n = 0; n < curve.length; n++) {
                residuals[n] = plane.residual(exact[n], shown, k);
            }
            out.points("residual." + names[k - 1], curve, residuals);
        }
        emit("plane.exact", exact, curve, plane, shown, out);
        return plane;
    }

    private static void paths(
            ImagesParameters p,
            SamplerBench bench,
            ScoreModel model,
            Teacher judged,
            PrincipalPlane plane,
            Emitter out,
            StopSignal stop) {
        for (SolverChoice choice : p.solvers()) {
            Sampler sampler = bench.sampler(choice, p.nfe(), (n, step) -> {}).orElseThrow();
            Sampler.Trajectory path = sampler.run(model, judged.noise(), stop);
            emit(
                    "plane." + choice.key(),
                    path.points(),
                    sampler.stamps(),
                    plane,
                    p.sample() - 1,
                    out);
        }
    }

    private static void emit(
            String series,
            double[][] points,
            double[] stamps,
            PrincipalPlane plane,
            int row,
            Emitter out) {
        double[] along = new double[stamps.length];
        double[] across = new double[stamps.length];
        for (int n = 0; n < stamps.length; n++) {
            along[n] = plane.coordinate(points[n], row, 0);
            across[n] = plane.coordinate(points[n], row, 1);
        }
        out.points(series, along, across);
    }

    private static void matrix(
            ImagesParameters p,
            SamplerBench bench,
            ScoreModel model,
            FiniteSet pictures,
            Teacher judged,
            double[] exact,
            ImageSet images,
            Emitter out,
            StopSignal stop) {
        int d = model.dimension();
        int columns = EVALUATIONS.size() + 1;
        byte[] pixels = new byte[p.solvers().size() * columns * d];
        int[] right = pictures.nearest(exact);
        int shown = p.sample() - 1;
        int done = 0;
        for (SolverChoice choice : p.solvers()) {
            Object[] cells = new Object[columns + 1];
            cells[0] = choice.key();
            int reached = 0;
            for (int i = 0; i < EVALUATIONS.size(); i++) {
                Sampler sampler =
                        bench.sampler(choice, EVALUATIONS.get(i), (n, step) -> {}).orElseThrow();
                double[] end = sampler.run(model, judged.noise(), stop).end();
                cells[i + 1] = error(end, exact, shown, d);
                reached += pictures.nearest(end)[shown] == right[shown] ? 1 : 0;
                paint(end, shown, d, pixels, (done * columns + i) * d);
            }
            cells[columns] = reached;
            paint(exact, shown, d, pixels, (done * columns + columns - 1) * d);
            out.row("numbers", cells);
            out.progress("sampling", ++done, p.solvers().size());
        }
        out.emit(
                new RunEvent.Images(
                        "matrix",
                        images.width(),
                        images.height(),
                        1,
                        p.solvers().size() * columns,
                        pixels));
    }

    private static double error(double[] end, double[] exact, int row, int d) {
        return SampleError.rootMeanSquare(
                java.util.Arrays.copyOfRange(end, row * d, (row + 1) * d),
                java.util.Arrays.copyOfRange(exact, row * d, (row + 1) * d));
    }

    /** Numbers from −1 to 1 as levels; what lies beyond is cut. */
    private static void paint(double[] x, int row, int d, byte[] pixels, int to) {
        for (int i = 0; i < d; i++) {
            double level = 127.5 * (x[row * d + i] + 1);
            pixels[to + i] = (byte) Math.round(Math.max(0, Math.min(255, level)));
        }
    }
}
