package spaceslab.essay.amed.denoiser;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** What is claimed of trained and ideal denoisers. */
public final class DenoiserFindings {
    private DenoiserFindings() {}

    public static List<Finding<?>> of(DenoiserExperiment denoiser) {
        Map<String, String> ring = Map.of("set", "ring", "examples", "200", "hidden", "128");
        return List.of(
                Finding.of(
                        "idealMemorises",
                        Source.OURS,
                        Status.HOLDS,
                        denoiser,
                        Map.of(),
                        0.95,
                        false,
                        DenoiserFindings::memorises),
                Finding.of(
                        "trainedIsNew",
                        Source.OURS,
                        Status.HOLDS,
                        denoiser,
                        Map.of(),
                        0.05,
                        false,
                        DenoiserFindings::isNew),
                Finding.of(
                        "trainedDenoisesUnseen",
                        Source.OURS,
                        Status.HOLDS,
                        denoiser,
                        Map.of(),
                        0.5,
                        false,
                        DenoiserFindings::denoisesUnseen),
                Finding.of(
                        "newIsNearerToTheDensity",
                        Source.OURS,
                        Status.DOES_NOT_HOLD,
                        denoiser,
                        ring,
                        0.05,
                        false,
                        DenoiserFindings::nearerToDensity));
    }

    /** Tolerance is the least part of its samples that are copies. */
    private static Measurement memorises(RunResult r, double tolerance) {
        double copies = cell(r, "ideal", 2);
        return Measurement.that(
                copies >= tolerance,
                100 * copies,
                r.number("idealNearest"),
                r.number("heldOutNearest"));
    }

    /** Tolerance is the largest part that are copies. */
    private static Measurement isNew(RunResult r, double tolerance) {
        double copies = cell(r, "trained", 2);
        return Measurement.that(
                copies <= tolerance,
                100 * copies,
                r.number("trainedNearest"),
                r.number("heldOutNearest"));
    }

    /**
     * At the level nearest to 0.1 the trained denoiser's error on held-out examples is below the
     * tolerance times that of the ideal one.
     */
    private static Measurement denoisesUnseen(RunResult r, double tolerance) {
        List<Object> row =
                r.table("levels").stream()
                        .min((a, b) -> Double.compare(distance(a), distance(b)))
                        .orElseThrow();
        double trained = number(row, 2);
        double ideal = number(row, 4);
        return Measurement.that(
                trained < tolerance * ideal, number(row, 0), trained, ideal, number(row, 1));
    }

    private static double distance(List<Object> row) {
        return Math.abs(Math.log(number(row, 0) / 0.1));
    }

    private static Measurement nearerToDensity(RunResult r, double tolerance) {
        double trained = r.number("trainedSliced");
        double ideal = r.number("idealSliced");
        return Measurement.that(
                trained < ideal * (1 - tolerance), trained, ideal, 100 * cell(r, "trained", 2));
    }

    private static double cell(RunResult r, String source, int column) {
        return r.table("samples").stream()
                .filter(row -> row.get(0).equals(source))
                .map(row -> number(row, column))
                .findFirst()
                .orElseThrow();
    }

    private static double number(List<Object> row, int column) {
        return ((Number) row.get(column)).doubleValue();
    }
}
