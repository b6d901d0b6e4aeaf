package spaceslab.essay.transformervq;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** What the maps show: where the loss is, and where the essay's print slips. */
final class MapsFindings {
    private MapsFindings() {}

    static List<Finding<?>> of(MapsExperiment maps) {
        return List.of(
                finding(
                        "linearIsExact",
                        Source.ESSAY,
                        Status.HOLDS,
                        maps,
                        Map.of(),
                        1e-12,
                        MapsFindings::exact),
                finding(
                        "loudScores",
                        Source.OURS,
                        Status.HOLDS,
                        maps,
                        Map.of("scale", "400"),
                        1e-12,
                        MapsFindings::exact),
                finding(
                        "lossIsInTheKeys",
                        Source.ESSAY,
                        Status.HOLDS,
                        maps,
                        Map.of("codes", "96", "codebook", "randomKeys", "keySize", "16"),
                        1e-12,
                        MapsFindings::lossless),
                finding(
                        "manyDimensions",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        maps,
                        Map.of("tokens", "192", "codes", "64", "keySize", "32"),
                        0.1,
                        MapsFindings::small),
                finding(
                        "clusteredKeys",
                        Source.OURS,
                        Status.HOLDS,
                        maps,
                        Map.of(
                                "tokens", "192",
                                "codes", "64",
                                "keySize", "32",
                                "distribution", "clustered",
                                "spread", "0.03"),
                        0.1,
                        MapsFindings::small),
                finding(
                        "biasAsPrinted",
                        Source.ESSAY,
                        Status.DOES_NOT_HOLD,
                        maps,
                        Map.of("positions", "asPrinted"),
                        1e-12,
                        (r, tolerance) -> form(r, "blockForm", tolerance)),
                finding(
                        "indexAsPrinted",
                        Source.ESSAY,
                        Status.DOES_NOT_HOLD,
                        maps,
                        Map.of("positions", "none"),
                        1e-12,
                        (r, tolerance) -> form(r, "indexedForm", tolerance)),
                finding(
                        "reRopeInstead",
                        Source.ESSAY,
                        Status.HOLDS,
                        maps,
                        Map.of("positions", "reRope", "keySize", "16"),
                        1e-12,
                        (r, tolerance) -> form(r, "blockForm", tolerance)));
    }

    private static Finding<MapsParameters> finding(
            String id,
            Source source,
            Status expected,
            MapsExperiment maps,
            Map<String, String> parameters,
            double tolerance,
            Finding.Check check) {
        return Finding.of(id, source, expected, maps, parameters, tolerance, true, check);
    }

    private static Measurement exact(RunResult r, double tolerance) {
        double apart = r.number("formsApart");
        return Measurement.that(apart <= tolerance, apart, difference(r, "fullAttention"));
    }

    private static Measurement lossless(RunResult r, double tolerance) {
        double error = r.number("outputError");
        double[] errors = r.series("outputErrorBy").y();
        return Measurement.that(error <= tolerance, error, 100 * errors[0]);
    }

    private static Measurement small(RunResult r, double tolerance) {
        double error = r.number("outputError");
        return Measurement.that(error <= tolerance, 100 * error, 100 * r.number("keyError"));
    }

    private static Measurement form(RunResult r, String form, double tolerance) {
        double difference = difference(r, form);
        return Measurement.that(difference <= tolerance, difference);
    }

    private static double difference(RunResult r, String form) {
        return r.table("forms").stream()
                .filter(row -> row.get(0).equals(form))
                .map(row -> ((Number) row.get(1)).doubleValue())
                .findFirst()
                .orElseThrow();
    }
}
