package spaceslab.essay.amed.denoiser;

import java.util.Optional;
import spaceslab.essay.amed.score.FiniteSet;
import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.essay.amed.score.Teacher;
import spaceslab.essay.amed.solver.Sampler;
import spaceslab.essay.amed.solver.Schedule;
import spaceslab.essay.amed.solver.TwoStage;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Obstacle;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Engine;
import spaceslab.learning.TensorScope;
import spaceslab.learning.Training;
import spaceslab.numerics.SeededStreams;

/**
 * A denoiser trained while one watches, beside the ideal denoiser of the same examples: the ideal
 * one can only give its examples back, a trained one gives new ones.
 */
public final class DenoiserExperiment implements Experiment<DenoiserParameters> {
    private static final double START = 80;
    private static final double END = 0.002;

    /** Steps of Heun's method for samples while training, as EDM has them: 35 evaluations. */
    private static final int LOOK_STEPS = 18;

    private static final int LOOKS = 8;
    private static final double EXACTNESS = 1e-4;

    /** Coordinates of the samples judged: of 2,048 points, 256 pictures of 8×8, 64 of 16×16. */
    private static final int COORDINATES = 16_384;

    private static final int MOST_SAMPLES = 2048;

    /** Multiplications a second on the reference machine: training, and in plain Java. */
    private static final double TRAINING_SPEED = 6e9;

    private static final double SAMPLING_SPEED = 8e9;

    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "weights",
                            "trainedNearest",
                            "idealNearest",
                            "heldOutNearest",
                            "trainedSliced",
                            "idealSliced",
                            "heldOutSliced",
                            "secondsTraining [s]")
                    .series("loss", "nearestAt", "slicedAt", "denoising", "gap")
                    .table("samples", "source", "nearest", "copies", "sliced")
                    .table(
                            "levels",
                            "sigma",
                            "trainedSeen",
                            "trainedUnseen",
                            "idealSeen",
                            "idealUnseen",
                            "gap")
                    .images("pictures", "nearestPictures", "idealPictures")
                    .build();

    @Override
    public String id() {
        return "denoiser";
    }

    @Override
    public Class<DenoiserParameters> parameters() {
        return DenoiserParameters.class;
    }

    @Override
    public Mode mode(DenoiserParameters parameters) {
        return Mode.QUEUED;
    }

    @Override
    public Cost cost(DenoiserParameters p) {
        double pairs = (double) p.examples() * p.set().dimension();
        double training = p.steps() * (1e-3 + 3.0 * p.batch() * p.weights() / TRAINING_SPEED);
        double sampling = 800.0 * samples(p.set()) * (p.weights() + 2 * pairs) / SAMPLING_SPEED;
        return new Cost(
                2 + training + sampling,
                96_000_000L + 40L * p.weights() + 48L * p.examples() * p.set().dimension());
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
    public void run(DenoiserParameters p, Emitter out, StopSignal stop) {
        SeededStreams streams = new SeededStreams(p.seed());
        DenoiserSet.Examples examples = examples(p, streams);
        FiniteSet ideal = new FiniteSet(p.set().dimension(), examples.training());
        SampleJudge judge = new SampleJudge(ideal, examples, streams.child(4));
        SampleJudge.Verdict heldOut = judge.heldOut();
        out.value("weights", p.weights());
        out.value("heldOutNearest", heldOut.nearest());
        out.value("heldOutSliced", heldOut.sliced());
        double[] noise =
                Teacher.noise(streams.child(2), samples(p.set()), p.set().dimension(), START);
        ScoreModel trained = train(p, examples, judge, streams, noise, out, stop);
        new LevelErrors(ideal, p.set().density(), examples, streams.child(3))
                .emit(trained, out, stop);
        out.progress("sampling", 0, 2);
        double[] ofTrained = ends(trained, noise, stop);
        out.progress("sampling", 1, 2);
        double[] ofIdeal = ends(ideal, noise, stop);
        out.progress("sampling", 2, 2);
        SampleJudge.Verdict one = judge.of(ofTrained);
        SampleJudge.Verdict other = judge.of(ofIdeal);
        out.value("trainedNearest", one.nearest());
        out.value("trainedSliced", one.sliced());
        out.value("idealNearest", other.nearest());
        out.value("idealSliced", other.sliced());
        row("trained", one, out);
        row("ideal", other, out);
        row("heldOut", heldOut, out);
        picture(p.set(), "pictures", ofTrained, out);
        picture(p.set(), "nearestPictures", judge.nearest(ofTrained), out);
        picture(p.set(), "idealPictures", ofIdeal, out);
    }

    static DenoiserSet.Examples examples(DenoiserParameters p, SeededStreams streams) {
        return p.set().examples(p.examples(), streams.child(0));
    }

    static DenoiserTraining training(
            DenoiserParameters p, double[] examples, SeededStreams streams) {
        return new DenoiserTraining(p, examples, streams.child(1));
    }

    private static int samples(DenoiserSet set) {
        return Math.min(MOST_SAMPLES, COORDINATES / set.dimension());
    }

    private static void row(String source, SampleJudge.Verdict verdict, Emitter out) {
        out.row("samples", source, verdict.nearest(), verdict.copies(), verdict.sliced());
    }

    private static double[] ends(ScoreModel model, double[] noise, StopSignal stop) {
        return model.flow().within(EXACTNESS).end(noise, START, END, stop);
    }

    private static ScoreModel train(
            DenoiserParameters p,
            DenoiserSet.Examples examples,
            SampleJudge judge,
            SeededStreams streams,
            double[] noise,
            Emitter out,
            StopSignal stop) {
        int every = Math.max(1, p.steps() / 200);
        int look = Math.max(1, p.steps() / LOOKS);
        try (TensorScope run = TensorScope.root(stop)) {
            DenoiserTraining training = training(p, examples.training(), streams);
            LossBands bands = new LossBands(out, every);
            Training.Summary summary =
                    training.run(
                            (step, sigmas, losses) -> {
                                bands.taken(step, sigmas, losses);
                                if (step % every == 0) {
                                    out.progress("denoiser", step, p.steps());
                                }
                                if (step % look == 0) {
                                    look(p.set(), training, step, judge, noise, out, stop);
                                }
                            },
                            stop);
            out.value("secondsTraining", summary.seconds());
            return training.learned();
        }
    }

    /** Samples of the denoiser as it is. */
    private static void look(
            DenoiserSet set,
            DenoiserTraining training,
            int step,
            SampleJudge judge,
            double[] noise,
            Emitter out,
            StopSignal stop) {
        double[] stamps = Schedule.POLYNOMIAL.stamps(START, END, 7, LOOK_STEPS);
        double[] samples =
                new Sampler(TwoStage.heun(), stamps, false)
                        .run(training.learned(), noise, stop)
                        .end();
        SampleJudge.Verdict verdict = judge.of(samples);
        out.point("nearestAt", step, verdict.nearest());
        out.point("slicedAt", step, verdict.sliced());
        picture(set, "pictures", samples, out);
    }

    private static void picture(DenoiserSet set, String name, double[] samples, Emitter out) {
        out.emit(
                set.pictures()
                        .map(all -> SamplePictures.images(name, samples, all.width(), all.height()))
                        .orElseGet(() -> SamplePictures.cloud(name, samples)));
    }
}
