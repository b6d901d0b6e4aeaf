package spaceslab.essay.pretraining.transfer;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Source;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** What training both ways says of the essay's argument; every run has seeds of its own. */
public final class TransferFindings {
    private static final Map<String, String> QUICK =
            Map.of("pretraining", "800", "tuning", "100", "seeds", "1,2");

    private TransferFindings() {}

    /** All findings of the experiment. */
    public static List<Finding<?>> of(TransferExperiment transfer) {
        Declared declared = new Declared(transfer);
        return List.of(
                declared.finding(
                        "pretrainingHelps", Source.PAPER, Map.of(), 0, TransferFindings::helps),
                declared.finding(
                        "neighboursFound", Source.ESSAY, Map.of(), 2, TransferFindings::local),
                declared.finding(
                        "learnedByHeart", Source.OURS, Map.of(), 0.01, TransferFindings::heart),
                declared.finding("quickPreset", Source.OURS, QUICK, 0, TransferFindings::helps),
                declared.refuted(
                        "causalHelps",
                        Source.PAPER,
                        quick("objective", "causal"),
                        0,
                        TransferFindings::helps),
                declared.refuted(
                        "gridKnown",
                        Source.OURS,
                        quick("positions", "grid"),
                        0.05,
                        TransferFindings::known),
                declared.finding(
                        "localityBuiltIn",
                        Source.ESSAY,
                        quick("model", "s4dLin"),
                        0.01,
                        TransferFindings::known),
                declared.finding(
                        "kernelPeaks",
                        Source.PAPER,
                        quick("model", "s4dLin"),
                        1.5,
                        TransferFindings::peaks),
                declared.finding(
                        "shortMemory",
                        Source.OURS,
                        quick("model", "dlr"),
                        0.05,
                        TransferFindings::shortMemory),
                declared.finding(
                        "averagesHelp",
                        Source.ESSAY,
                        quick("model", "averaged"),
                        0.05,
                        TransferFindings::known));
    }

    private static Map<String, String> quick(String parameter, String value) {
        Map<String, String> all = new java.util.HashMap<>(QUICK);
        all.put(parameter, value);
        return Map.copyOf(all);
    }

    private record Declared(TransferExperiment transfer) {
        Finding<TransferParameters> finding(
                String id,
                Source source,
                Map<String, String> parameters,
                double tolerance,
                Finding.Check check) {
            return of(id, source, Status.HOLDS, parameters, tolerance, check);
        }

        Finding<TransferParameters> refuted(
                String id,
                Source source,
                Map<String, String> parameters,
                double tolerance,
                Finding.Check check) {
            return of(id, source, Status.DOES_NOT_HOLD, parameters, tolerance, check);
        }

        private Finding<TransferParameters> of(
                String id,
                Source source,
                Status expected,
                Map<String, String> parameters,
                double tolerance,
                Finding.Check check) {
            return Finding.of(id, source, expected, transfer, parameters, tolerance, false, check);
        }
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

    /** From scratch the tolerated part below what is possible, at most. */
    private static Measurement known(RunResult r, double tolerance) {
        double scratch = r.number("meanScratch");
        return Measurement.that(
                scratch >= (1 - tolerance) * r.number("bayes"),
                scratch,
                r.number("meanPretrained"),
                r.number("localityInitial"),
                r.number("uniformLocality"));
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

    /** At the picture's width |K| is so many times its mean at one and two positions off. */
    private static Measurement peaks(RunResult r, double times) {
        int size = (int) r.number("width");
        double before = peak(r.series("kernel.initial"), size);
        double after = peak(r.series("kernel.pretrained"), size);
        return Measurement.that(
                after >= times && after > before,
                after,
                before,
                peak(r.series("kernel.scratch"), size));
    }

    private static double peak(RunResult.Series kernel, int size) {
        double off =
                IntStream.of(size - 2, size - 1, size + 1, size + 2)
                        .mapToDouble(l -> at(kernel, l) + at(kernel, -l))
                        .average()
                        .orElseThrow();
        return (at(kernel, size) + at(kernel, -size)) / off;
    }

    private static double at(RunResult.Series kernel, int distance) {
        return kernel.y()[(kernel.y().length - 1) / 2 + distance];
    }

    /**
     * At the width |K| stays below this part of its peak, and the labels are right all the same.
     */
    private static Measurement shortMemory(RunResult r, double part) {
        int size = (int) r.number("width");
        RunResult.Series kernel = r.series("kernel.pretrained");
        double largest = java.util.Arrays.stream(kernel.y()).max().orElseThrow();
        double there = Math.max(at(kernel, size), at(kernel, -size)) / largest;
        double scratch = r.number("meanScratch");
        return Measurement.that(
                there <= part && scratch >= 99,
                100 * there,
                scratch,
                r.number("meanPredicted"),
                r.number("optimum"));
    }
}
