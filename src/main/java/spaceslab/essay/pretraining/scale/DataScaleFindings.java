package spaceslab.essay.pretraining.scale;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** What fewer labels do to both arms, of the shipped run. */
public final class DataScaleFindings {
    private DataScaleFindings() {}

    /** All findings of the experiment. */
    public static List<Finding<?>> of(DataScaleExperiment dataScale) {
        return List.of(
                finding(dataScale, "gainGrows", DataScaleFindings::grows),
                finding(dataScale, "aheadAtEverySize", DataScaleFindings::ahead));
    }

    private static Finding<DataScaleParameters> finding(
            DataScaleExperiment dataScale, String id, Finding.Check check) {
        Map<String, String> seeds = Map.of("seeds", "1,2,3");
        return Finding.of(id, Source.PAPER, Status.HOLDS, dataScale, seeds, 0, false, check);
    }

    /** The gain falls with every larger set. */
    private static Measurement grows(RunResult r, double tolerance) {
        double[] gains = r.series("gain").y();
        boolean falls = true;
        for (int i = 1; i < gains.length; i++) {
            falls &= gains[i] < gains[i - 1] - tolerance;
        }
        return Measurement.that(
                falls,
                gains[0],
                r.number("fewest"),
                gains[gains.length - 1],
                r.number("most"),
                gains[gains.length / 2]);
    }

    /** Mean over seeds, at every size. */
    private static Measurement ahead(RunResult r, double tolerance) {
        double least = r.number("leastGain");
        return Measurement.that(
                least > tolerance, least, r.number("gainFewest"), r.number("gainMost"));
    }
}
