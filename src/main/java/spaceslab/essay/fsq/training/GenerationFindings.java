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
                        0.03,
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
        double fsq = of(r, "bits", FSQ);
        double vq = of(r, "bits", RESET);
        double fsqCounted = of(r, "unigramBits", FSQ);
        double vqCounted = of(r, "unigramBits", RESET);
        return Measurement.that(
                fsq < (1 - tolerance) * fsqCounted && vq < (1 - tolerance) * vqCounted,
                fsq,
                fsqCounted,
                vq,
                vqCounted);
    }

    /** By this share more of the Transformer's samples than of the histogram's have their class. */
    private static Measurement classes(RunResult r, double tolerance) {
        double fsq = of(r, "agreement", FSQ);
        double vq = of(r, "agreement", RESET);
        double fsqDrawn = of(r, "agreementUnigram", FSQ);
        double vqDrawn = of(r, "agreementUnigram", RESET);
        return Measurement.that(
                fsq > fsqDrawn + tolerance && vq > vqDrawn + tolerance,
                100 * fsq,
                100 * fsqDrawn,
                100 * vq,
                100 * vqDrawn);
    }

    private static Measurement counting(RunResult r, double tolerance) {
        double fsq = of(r, "bits", FSQ);
        double vq = of(r, "bits", RESET);
        return Measurement.that(
                fsq < of(r, "countedBits", FSQ) && vq < of(r, "countedBits", RESET),
                fsq,
                of(r, "countedBits", FSQ),
                vq,
                of(r, "countedBits", RESET));
    }

    private static Measurement clearer(RunResult r, double tolerance) {
        double fsq = of(r, "agreement", FSQ);
        double vq = of(r, "agreement", RESET);
        double fsqCounted = of(r, "agreementCounted", FSQ);
        double vqCounted = of(r, "agreementCounted", RESET);
        return Measurement.that(
                fsq > fsqCounted && vq > vqCounted,
                100 * fsq,
                100 * fsqCounted,
                100 * vq,
                100 * vqCounted);
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

    private static Measurement better(RunResult r, double tolerance) {
        double fsq = of(r, "agreement", FSQ);
        double vq = of(r, "agreement", RESET);
        return Measurement.that(fsq > vq + tolerance, 100 * fsq, 100 * vq);
    }
}
