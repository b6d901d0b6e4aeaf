package spaceslab.essay.attentionscale;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** Whether a larger gradient trains faster, each claim recomputed from trainings. */
final class TrainingFindings {
    private static final int STEPS = 5;
    private static final int BEST_RATE = 6;
    private static final int BEST_STEPS = 7;

    private TrainingFindings() {}

    static List<Finding<?>> of(TrainingExperiment training) {
        Map<String, String> adam = Map.of();
        Map<String, String> descent = Map.of("rule", "gradientDescent", "steps", "400");
        Map<String, String> cosine = Map.of("form", "cosine");
        return List.of(
                finding(
                        "steepestFastest",
                        Status.DOES_NOT_HOLD,
                        training,
                        adam,
                        TrainingFindings::steepest),
                finding(
                        "steepestFastestBest",
                        Status.DOES_NOT_HOLD,
                        training,
                        adam,
                        TrainingFindings::steepestBest),
                finding(
                        "descentEssayScale",
                        Status.HOLDS,
                        training,
                        descent,
                        TrainingFindings::essayScale),
                finding(
                        "descentEssayScaleBest",
                        Status.DOES_NOT_HOLD,
                        training,
                        descent,
                        TrainingFindings::essayScaleBest),
                finding(
                        "cosineBetween",
                        Status.HOLDS,
                        training,
                        cosine,
                        TrainingFindings::between));
    }

    private static Finding<TrainingParameters> finding(
            String id,
            Status expected,
            TrainingExperiment training,
            Map<String, String> parameters,
            Finding.Check check) {
        return Finding.of(id, Source.OURS, expected, training, parameters, 0, false, check);
    }

    private static Measurement steepest(RunResult result, double tolerance) {
        return Measurement.that(
                result.number("steepestSteps") <= result.number("fastestSteps"),
                result.value("steepest"),
                result.value("steepestGradient"),
                result.value("steepestSteps"),
                result.value("fastest"),
                result.value("fastestSteps"));
    }

    private static Measurement steepestBest(RunResult result, double tolerance) {
        return Measurement.that(
                result.number("steepestBestSteps") <= result.number("fastestBestSteps"),
                result.value("steepest"),
                result.value("steepestBestSteps"),
                result.value("fastestBest"),
                result.value("fastestBestSteps"),
                result.value("fastestBestRate"));
    }

    private static Measurement essayScale(RunResult result, double tolerance) {
        double essay = scale(result, 2.5, STEPS);
        double usual = scale(result, 1, STEPS);
        return Measurement.that(essay < usual, essay, usual, scale(result, 8, STEPS));
    }

    private static Measurement essayScaleBest(RunResult result, double tolerance) {
        double essay = scale(result, 2.5, BEST_STEPS);
        return Measurement.that(
                essay <= result.number("fastestBestSteps"),
                essay,
                scale(result, 2.5, BEST_RATE),
                result.value("fastestBest"),
                result.value("fastestBestSteps"),
                result.value("fastestBestRate"));
    }

    private static Measurement between(RunResult result, double tolerance) {
        double small = scale(result, 0.5, STEPS);
        double usual = scale(result, 1, STEPS);
        double large = scale(result, 8, STEPS);
        return Measurement.that(usual < small && usual < large, small, usual, large);
    }

    /** A cell of the table of scales. */
    private static double scale(RunResult result, double alpha, int column) {
        return result.table("scales").stream()
                .filter(row -> ((Number) row.getFirst()).doubleValue() == alpha)
                .mapToDouble(row -> ((Number) row.get(column)).doubleValue())
                .findFirst()
                .orElseThrow();
    }
}
