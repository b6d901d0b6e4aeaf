package spaceslab.essay.transformervq;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** What stopping a gradient costs. */
final class GradientsFindings {
    private GradientsFindings() {}

    static List<Finding<?>> of(GradientsExperiment gradients) {
        return List.of(
                finding(
                        "twoBlocksNearlyAll",
                        Status.DOES_NOT_HOLD,
                        gradients,
                        Map.of(),
                        0.95,
                        (r, least) -> cosine(r, "cosineTwoBlocks", least)),
                finding(
                        "twoBlocksUnderBias",
                        Status.HOLDS,
                        gradients,
                        Map.of("height", "3"),
                        0.95,
                        (r, least) -> cosine(r, "cosineTwoBlocks", least)),
                finding(
                        "oneBlockNearlyAll",
                        Status.DOES_NOT_HOLD,
                        gradients,
                        Map.of(),
                        0.95,
                        (r, least) -> cosine(r, "cosineOneBlock", least)),
                finding(
                        "twoBlocksWithoutBias",
                        Status.DOES_NOT_HOLD,
                        gradients,
                        Map.of("tokens", "128", "block", "8", "height", "0"),
                        0.9,
                        (r, least) -> cosine(r, "cosineTwoBlocks", least)));
    }

    private static Finding<GradientsParameters> finding(
            String id,
            Status expected,
            GradientsExperiment gradients,
            Map<String, String> parameters,
            double tolerance,
            Finding.Check check) {
        return Finding.of(id, Source.OURS, expected, gradients, parameters, tolerance, true, check);
    }

    private static Measurement cosine(RunResult r, String value, double least) {
        double cosine = r.number(value);
        return Measurement.that(cosine >= least, cosine, 100 * r.number("oldShare"));
    }
}
