package spaceslab.essay.pretraining.transfer;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** What training both ways says of the essay's argument; every run has seeds of its own. */
public final class TransferFindings {
    private static final Map<String, String> QUICK = Map.of("pretraining", "800", "tuning", "100");
    private static final Map<String, String> OTHERS =
            Map.of("pretraining", "800", "tuning", "100", "seeds", "3,4");

    private TransferFindings() {}

    /** All findings of the experiment. */
    public static List<Finding<?>> of(TransferExperiment transfer) {
        return List.of(
                finding(
                        transfer,
                        "pretrainingHelps",
                        Source.PAPER,
                        Map.of(),
                        0,
                        TransferFindings::helps),
                finding(
                        transfer,
                        "neighboursFound",
                        Source.ESSAY,
                        Map.of(),
                        2,
                        TransferFindings::local),
                finding(
                        transfer,
                        "learnedByHeart",
                        Source.OURS,
                        Map.of(),
                        0.01,
                        TransferFindings::heart),
                finding(transfer, "quickPreset", Source.OURS, QUICK, 0, TransferFindings::helps),
                finding(transfer, "otherSeeds", Source.OURS, OTHERS, 0, TransferFindings::helps));
    }

    private static Finding<TransferParameters> finding(
            TransferExperiment transfer,
            String id,
            Source source,
            Map<String, String> parameters,
            double tolerance,
            Finding.Check check) {
        return Finding.of(id, source, Status.HOLDS, transfer, parameters, tolerance, false, check);
    }

    /** The worst seed of one way is above the best of the other. */
    private static Measurement helps(RunResult r, double tolerance) {
        double worst = 100;
        double best = 0;
        for (List<Object> row : r.table("runs")) {
            best = Math.max(best, ((Number) row.get(1)).doubleValue());
            worst = Math.min(worst, ((Number) row.get(3)).doubleValue());
        }
        return Measurement.that(
                worst > best + tolerance,
                r.number("meanScratch"),
                best,
                r.number("meanPretrained"),
                worst);
    }

    /** Neighbours get at least this many times their even share, and less from scratch. */
    private static Measurement local(RunResult r, double times) {
        double even = r.number("uniformLocality");
        double pretrained = r.number("localityPretrained");
        double scratch = r.number("localityScratch");
        return Measurement.that(
                pretrained >= times * even && pretrained > scratch, pretrained, scratch, even);
    }

    /** From scratch every seed is right on all but the tolerated part of its training pictures. */
    private static Measurement heart(RunResult r, double tolerance) {
        double least = 100;
        for (List<Object> row : r.table("runs")) {
            least = Math.min(least, ((Number) row.get(2)).doubleValue());
        }
        return Measurement.that(least >= 100 * (1 - tolerance), least, r.number("meanScratch"));
    }
}
