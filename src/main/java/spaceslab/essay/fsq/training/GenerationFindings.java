package spaceslab.essay.fsq.training;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** The claims about sequences and written pictures, each recomputed from a run. */
public final class GenerationFindings {
    private static final String FSQ = Arm.FSQ_TANH.key();
    private static final String RESET = Arm.VQ_EMA_RESET.key();
    private static final String PLAIN = Arm.VQ_EMA.key();

    private GenerationFindings() {}

    /** All of them. */
    public static List<Finding<?>> of(GenerationExperiment generation) {
        Map<String, String> defaults = Map.of();
        Map<String, String> plain = Map.of("second", PLAIN);
        Map<String, String> anotherSeed = Map.of("seed", "2");
        return List.of(
                heavy(
                        "sequencesAreALanguage",
                        Source.ESSAY,
                        Status.HOLDS,
                        generation,
                        defaults,
                        0.2,
                        GenerationFindings::language),
                heavy(
                        "samplesHaveTheirClass",
                        Source.ESSAY,
                        Status.HOLDS,
                        generation,
                        defaults,
                        0.5,
                        GenerationFindings::classes),
                heavy(
                        "learningBeatsCounting",
                        Source.OURS,
                        Status.HOLDS,
                        generation,
                        defaults,
                        0,
                        GenerationFindings::counting),
                heavy(
                        "learningLooksMoreLikeItsClass",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        generation,
                        defaults,
                        0,
                        GenerationFindings::clearer),
                heavy(
                        "fsqCostsMoreThanPlain",
                        Source.PAPER,
                        Status.HOLDS,
                        generation,
                        plain,
                        0.02,
                        (result, tolerance) -> dearer(result, PLAIN, tolerance)),
                heavy(
                        "fsqCostsMoreThanReset",
                        Source.PAPER,
                        Status.DOES_NOT_HOLD,
                        generation,
                        defaults,
                        0.02,
                        (result, tolerance) -> dearer(result, RESET, tolerance)),
                heavy(
                        "fsqSamplesBetter",
                        Source.OURS,
                        Status.HOLDS,
                        generation,
                        defaults,
                        0.05,
                        GenerationFindings::better),
                heavy(
                        "fsqSamplesBetterAgain",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        generation,
                        anotherSeed,
                        0.05,
                        GenerationFindings::better));
    }

    private static Finding<GenerationParameters> heavy(
            String id,
            Source source,
            Status expected,
            GenerationExperiment generation,
            Map<String, String> parameters,
            double tolerance,
            Finding.Check check) {
        return Finding.of(id, source, expected, generation, parameters, tolerance, false, check);
    }

    private static double of(RunResult r, String value, String arm) {
        return r.number(value + "." + arm);
    }

    /** Both models spend less than the histogram by more than the tolerated part of it. */
    private static Measurement language(RunResult r, double tolerance) {
        return both(r, "bits", "unigramBits", 1, (model, c) -> model < (1 - tolerance) * c);
    }

    /** By this share more of the Transformer's samples than of the histogram's have their class. */
    private static Measurement classes(RunResult r, double tolerance) {
        return both(r, "agreement", "agreementUnigram", 100, (model, c) -> model > c + tolerance);
    }

    private static Measurement counting(RunResult r, double tolerance) {
        return both(r, "bits", "countedBits", 1, (model, c) -> model < c - tolerance);
    }

    private static Measurement clearer(RunResult r, double tolerance) {
        return both(r, "agreement", "agreementCounted", 100, (model, c) -> model > c + tolerance);
    }

    /** Of the Transformer's figure and the one counted, in each arm. */
    @FunctionalInterface
    private interface Comparison {
        boolean holds(double model, double counted);
    }

    /** Holds where it holds in both arms; the figures of FSQ, then of VQ, times {@code unit}. */
    private static Measurement both(
            RunResult r, String value, String counted, double unit, Comparison comparison) {
        double fsq = of(r, value, FSQ);
        double fsqCounted = of(r, counted, FSQ);
        double vq = of(r, value, RESET);
        double vqCounted = of(r, counted, RESET);
        return Measurement.that(
                comparison.holds(fsq, fsqCounted) && comparison.holds(vq, vqCounted),
                unit * fsq,
                unit * fsqCounted,
                unit * vq,
                unit * vqCounted);
    }

    private static Measurement dearer(RunResult r, String codebook, double tolerance) {
        double fsq = of(r, "bits", FSQ);
        double vq = of(r, "bits", codebook);
        return Measurement.that(
                fsq > (1 + tolerance) * vq,
                fsq,
                (int) of(r, "used", FSQ),
                vq,
                (int) of(r, "used", codebook),
                of(r, "error", FSQ),
                of(r, "error", codebook));
    }

    /** More often by the tolerated share, about twice the standard error of the difference. */
    private static Measurement better(RunResult r, double tolerance) {
        double fsq = of(r, "agreement", FSQ);
        double vq = of(r, "agreement", RESET);
        return Measurement.that(fsq > vq + tolerance, 100 * fsq, 100 * vq);
    }
}
