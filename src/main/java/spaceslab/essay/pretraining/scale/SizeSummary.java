package spaceslab.essay.pretraining.scale;

import java.util.ArrayList;
import java.util.List;
import spaceslab.essay.pretraining.training.ArmRun;
import spaceslab.experiment.Emitter;

/**
 * All seeds of one number of training pictures.
 *
 * @param images N
 * @param scratch accuracies from scratch, by seed, percent
 * @param pretrained after self-pretraining
 * @param scratchTrain mean accuracy from scratch on the training pictures
 */
record SizeSummary(int images, List<Double> scratch, List<Double> pretrained, double scratchTrain) {
    SizeSummary {
        scratch = List.copyOf(scratch);
        pretrained = List.copyOf(pretrained);
    }

    /** Arms in turns: from scratch, pretrained, of one seed after the other. */
    static SizeSummary of(int images, List<ArmRun.Result> arms) {
        List<Double> scratch = new ArrayList<>();
        List<Double> pretrained = new ArrayList<>();
        double train = 0;
        for (int i = 0; i < arms.size(); i += 2) {
            scratch.add(arms.get(i).accuracy());
            pretrained.add(arms.get(i + 1).accuracy());
            train += arms.get(i).trainAccuracy();
        }
        return new SizeSummary(images, scratch, pretrained, train / scratch.size());
    }

    double gain() {
        return mean(pretrained) - mean(scratch);
    }

    void emit(Emitter out) {
        band("scratch", scratch, out);
        band("pretrained", pretrained, out);
        out.point("gain", images, gain());
        out.row(
                "sizes",
                images,
                mean(scratch),
                least(scratch),
                most(scratch),
                mean(pretrained),
                least(pretrained),
                most(pretrained),
                gain(),
                scratchTrain);
    }

    private void band(String series, List<Double> values, Emitter out) {
        out.band(
                series,
                new double[] {images},
                new double[] {mean(values)},
                new double[] {least(values)},
                new double[] {most(values)});
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElseThrow();
    }

    private static double least(List<Double> values) {
        return values.stream().mapToDouble(v -> v).min().orElseThrow();
    }

    private static double most(List<Double> values) {
        return values.stream().mapToDouble(v -> v).max().orElseThrow();
    }
}
