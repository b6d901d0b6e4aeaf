package spaceslab.essay.pretraining.scale;

import static spaceslab.experiment.Effect.above;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.ResultRow;
import spaceslab.experiment.Sample;

/** What fewer labels do to both arms; every seed of the run is a replication. */
public final class DataScaleFindings {
    private static final String SEEDS = "1,2,3";

    private DataScaleFindings() {}

    /** All findings of the experiment. */
    public static List<Finding<?>> of(DataScaleExperiment dataScale) {
        return List.of(
                Claim.ofPaper("gainGrows", dataScale)
                        .with("seeds", SEEDS)
                        .heavy()
                        .expect(Status.HOLDS, DataScaleFindings::grows),
                Claim.ofPaper("aheadAtEverySize", dataScale)
                        .with("seeds", SEEDS)
                        .heavy()
                        .expect(Status.HOLDS, DataScaleFindings::ahead));
    }

    /** A seed's gains, from fewest to most pictures. */
    private static List<double[]> gains(NamedResult r) {
        List<ResultRow> arms = r.table("arms").rows();
        return arms.stream()
                .map(arm -> arm.integer("seed"))
                .distinct()
                .map(seed ->
                        r.table("arms").where("seed", seed).rows().stream()
                                .mapToDouble(arm -> arm.number("gain"))
                                .toArray())
                .toList();
    }

    /** The gain is larger than with the next larger set. */
    private static List<Sample> grows(NamedResult r) {
        return gains(r).stream()
                .map(gains -> {
                    double least =
                            IntStream.range(1, gains.length)
                                    .mapToDouble(i -> gains[i - 1] - gains[i])
                                    .min()
                                    .orElseThrow();
                    return Sample.of(above("leastGrowthOfGain", least, 0))
                            .figures(
                                    gains[0],
                                    r.value("fewest"),
                                    gains[gains.length - 1],
                                    r.value("most"),
                                    gains[gains.length / 2]);
                })
                .toList();
    }

    private static List<Sample> ahead(NamedResult r) {
        return gains(r).stream()
                .map(gains -> {
                    double least = Arrays.stream(gains).min().orElseThrow();
                    return Sample.of(above("leastGain", least, 0))
                            .figures(least, gains[0], gains[gains.length - 1]);
                })
                .toList();
    }
}
