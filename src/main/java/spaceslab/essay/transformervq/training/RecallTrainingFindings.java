package spaceslab.essay.transformervq.training;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** What learning the recall task says of codes, caches and lattices. */
final class RecallTrainingFindings {
    private static final Map<String, String> HEAVY = Map.of("codes", "32", "commitment", "1");

    private RecallTrainingFindings() {}

    static List<Finding<?>> of(RecallTrainingExperiment recall) {
        return List.of(
                finding(
                        recall,
                        "cacheRemembers",
                        Source.PAPER,
                        Status.HOLDS,
                        Map.of(),
                        0.02,
                        RecallTrainingFindings::remembers),
                finding(
                        recall,
                        "asManyCodesLearned",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        Map.of(),
                        0.02,
                        (r, t) -> likeFull(r, 16, t)),
                finding(
                        recall,
                        "sharersToldApart",
                        Source.OURS,
                        Status.HOLDS,
                        Map.of(),
                        0.05,
                        RecallTrainingFindings::toldApart),
                finding(
                        recall,
                        "latticeInPlace",
                        Source.ESSAY,
                        Status.DOES_NOT_HOLD,
                        Map.of(),
                        0.05,
                        RecallTrainingFindings::lattice),
                finding(
                        recall,
                        "strongCommitment",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        HEAVY,
                        0.02,
                        (r, t) -> likeFull(r, 32, t)));
    }

    private static Finding<RecallTrainingParameters> finding(
            RecallTrainingExperiment recall,
            String id,
            Source source,
            Status expected,
            Map<String, String> parameters,
            double tolerance,
            Finding.Check check) {
        return Finding.of(id, source, expected, recall, parameters, tolerance, false, check);
    }

    /** Far accuracy with a codebook of so many codes. */
    private static double far(RunResult r, int codes) {
        return last(r.series("far." + codes).y());
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }

    /** The window alone is at chance, the largest cache at full attention's level. */
    private static Measurement remembers(RunResult r, double tolerance) {
        double window = r.number("farWindow");
        double cache = r.number("farMostCodes");
        double full = r.number("farFull");
        return Measurement.that(
                window < r.number("chance") + tolerance && cache > full - tolerance,
                100 * window,
                100 * cache,
                100 * full);
    }

    private static Measurement likeFull(RunResult r, int codes, double tolerance) {
        double cache = far(r, codes);
        double full = r.number("farFull");
        return Measurement.that(cache > full - tolerance, 100 * cache, 100 * full);
    }

    /** With 8 codes for 16 keys, more than half and a guess in the other half. */
    private static Measurement toldApart(RunResult r, double tolerance) {
        double share = 8 / r.number("taskKeys");
        double guessed = share + (1 - share) * r.number("chance");
        double far = far(r, 8);
        return Measurement.that(far > guessed + tolerance, 100 * far, 100 * guessed);
    }

    private static Measurement lattice(RunResult r, double tolerance) {
        double lattice = r.number("farLattice");
        double codebook = far(r, 32);
        return Measurement.that(lattice > codebook - tolerance, 100 * lattice, 100 * codebook);
    }
}
