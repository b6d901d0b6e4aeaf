package spaceslab.essay.pretraining.transfer;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atLeast;
import static spaceslab.experiment.Effect.atMost;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.ResultRow;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.Sample;

/**
 * What training both ways says of the essay's argument. Every seed of a run is a replication, with
 * both arms on its own data; kernels are shown of a run's first seed only.
 */
public final class TransferFindings {
    private static final Map<String, String> QUICK = Map.of("pretraining", "800", "tuning", "100");

    /** The first run is the one whose page is linked. */
    private static final List<String> TEN = List.of("1,2", "3", "4", "5", "6", "7", "8", "9", "10");

    /** As many as were waited for; ten are wanted (a seed takes 20 s on an idle machine). */
    private static final List<String> THREE = List.of("1,2", "3");

    /** Three kernels: one a run. */
    private static final List<String> KERNELS = List.of("1,2", "3", "4");

    private TransferFindings() {}

    /** All findings of the experiment. */
    public static List<Finding<?>> of(TransferExperiment transfer) {
        return List.of(
                Claim.ofPaper("pretrainingHelps", transfer)
                        .heavy()
                        .expect(Status.HOLDS, each(TransferFindings::helps)),
                Claim.ofEssay("neighboursFound", transfer)
                        .heavy()
                        .expect(Status.HOLDS, each(TransferFindings::local)),
                Claim.ours("learnedByHeart", transfer)
                        .heavy()
                        .expect(Status.HOLDS, each(TransferFindings::heart)),
                quick(Claim.ours("quickPreset", transfer), TEN)
                        .expect(Status.HOLDS, each(TransferFindings::helps)),
                quick(Claim.ofPaper("causalHelps", transfer), THREE)
                        .with("objective", "causal")
                        .expect(Status.DOES_NOT_HOLD, each(TransferFindings::helpsMuch)),
                quick(Claim.ours("gridKnown", transfer), THREE)
                        .with("positions", "grid")
                        .expect(Status.DOES_NOT_HOLD, each((r, row) -> known(r, row, 5))),
                quick(Claim.ofEssay("localityBuiltIn", transfer), KERNELS)
                        .with("model", "s4dLin")
                        .expect(Status.HOLDS, each((r, row) -> known(r, row, 1))),
                quick(Claim.ofPaper("kernelPeaks", transfer), KERNELS)
                        .with("model", "s4dLin")
                        .holds(TransferFindings::peaks),
                quick(Claim.ours("shortMemory", transfer), KERNELS)
                        .with("model", "dlr")
                        .holds(TransferFindings::shortMemory),
                quick(Claim.ofEssay("averagesHelp", transfer), THREE)
                        .with("model", "averaged")
                        .expect(Status.HOLDS, each((r, row) -> known(r, row, 5))));
    }

    private static Claim<TransferParameters> quick(
            Claim<TransferParameters> claim, List<String> seeds) {
        return claim.with(QUICK).over("seeds", seeds).heavy();
    }

    @FunctionalInterface
    private interface Reader {
        Sample of(NamedResult result, ResultRow run);
    }

    private static Finding.Reader each(Reader reader) {
        return r -> r.table("runs").rows().stream().map(run -> reader.of(r, run)).toList();
    }

    /** Both arms of a seed saw the same pictures. */
    private static Sample helps(NamedResult r, ResultRow run) {
        return gain(run, 0);
    }

    /** By points that a reader would call help. */
    private static Sample helpsMuch(NamedResult r, ResultRow run) {
        return gain(run, 5);
    }

    private static Sample gain(ResultRow run, double least) {
        double gain = run.number("gain");
        return Sample.of(above("gain", gain, least))
                .figures(run.number("scratch"), run.number("pretrained"), gain);
    }

    /** From scratch at most so many percent below what is possible. */
    private static Sample known(NamedResult r, ResultRow run, double percent) {
        double scratch = run.number("scratch");
        double below = 100 * (1 - scratch / r.number("bayes"));
        return Sample.of(atMost("scratchUnderBest", below, percent))
                .figures(
                        scratch,
                        run.number("pretrained"),
                        r.number("localityInitial"),
                        r.number("uniformLocality"));
    }

    /** Neighbours get at least twice their even share, and less from scratch. */
    private static Sample local(NamedResult r, ResultRow run) {
        double even = r.number("uniformLocality");
        double pretrained = run.number("localityPretrained");
        double scratch = run.number("localityScratch");
        return Sample.of(
                        atLeast("localityTimesEven", pretrained / even, 2),
                        above("localityOverScratch", pretrained - scratch, 0))
                .figures(pretrained, scratch, even);
    }

    private static Sample heart(NamedResult r, ResultRow run) {
        double trained = run.number("scratchTrain");
        return Sample.of(atLeast("rightOnTraining", trained, 99))
                .figures(trained, run.number("scratch"));
    }

    /** |K| at the picture's width, as a multiple of its mean at one and two positions off. */
    private static Sample peaks(NamedResult r) {
        int size = (int) r.number("width");
        double before = peak(r.series("kernel.initial"), size);
        double after = peak(r.series("kernel.pretrained"), size);
        return Sample.of(atLeast("kernelPeak", after, 1.5), above("peakGrows", after - before, 0))
                .figures(after, before, peak(r.series("kernel.scratch"), size));
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

    /** At the width |K| is a small part of its largest, and labels are right all the same. */
    private static Sample shortMemory(NamedResult r) {
        int size = (int) r.number("width");
        RunResult.Series kernel = r.series("kernel.pretrained");
        double largest = Arrays.stream(kernel.y()).max().orElseThrow();
        double there = 100 * Math.max(at(kernel, size), at(kernel, -size)) / largest;
        ResultRow first = r.table("runs").rows().getFirst();
        double scratch = first.number("scratch");
        return Sample.of(atMost("kernelAtWidth", there, 5), atLeast("scratchRight", scratch, 99))
                .figures(there, scratch, first.number("predicted"), r.number("optimum"));
    }
}
