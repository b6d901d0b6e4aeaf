package spaceslab.essay.pretraining.transfer;

import java.util.Optional;
import spaceslab.essay.pretraining.training.Comparison;
import spaceslab.essay.pretraining.training.StripesSets;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Obstacle;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Engine;

/**
 * The same model, pictures and number of steps twice: all steps on labels, or most of them on the
 * inputs alone and the rest on labels. Several seeds, both arms of a seed side by side.
 */
public final class TransferExperiment implements Experiment<TransferParameters> {
    private static final int TEST = 500;
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "bayes",
                            "optimum",
                            "uniformLocality",
                            "meanScratch",
                            "meanPretrained",
                            "gain",
                            "leastGain",
                            "spreadScratch",
                            "spreadPretrained",
                            "meanPredicted",
                            "localityInitial",
                            "localityScratch",
                            "localityPretrained",
                            "total",
                            "switch",
                            "width",
                            "widthBack")
                    .series("scratch", "pretrained", "predicted", "reach", "kernel")
                    .table(
                            "runs",
                            "seed",
                            "scratch",
                            "scratchTrain",
                            "pretrained",
                            "pretrainedTrain",
                            "gain",
                            "predicted",
                            "localityScratch",
                            "localityPretrained")
                    .grids("attention", "similarity")
                    .build();

    @Override
    public String id() {
        return "transfer";
    }

    @Override
    public Class<TransferParameters> parameters() {
        return TransferParameters.class;
    }

    @Override
    public Mode mode(TransferParameters parameters) {
        return Mode.QUEUED;
    }

    @Override
    public Cost cost(TransferParameters parameters) {
        double seconds = 2 + parameters.plan().seconds(2 * parameters.seeds().size());
        return new Cost(seconds, 60_000_000 + 2 * parameters.plan().bytes(TEST));
    }

    @Override
    public Optional<Obstacle> obstacle() {
        return Engine.obstacle();
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(TransferParameters parameters, Emitter out, StopSignal stop) {
        out.value("total", parameters.total());
        out.value("switch", parameters.pretraining());
        out.value("bayes", 100 * parameters.stripes().bayesAccuracy());
        out.value(
                "optimum",
                100
                        * switch (parameters.objective()) {
                            case MASKED -> parameters.stripes().maskedOptimum(parameters.mask());
                            case CAUSAL -> parameters.stripes().nextOptimum();
                        });
        PictureLook look = new PictureLook(parameters.size());
        out.value("uniformLocality", look.uniformLocality());
        out.value("width", parameters.size());
        out.value("widthBack", -parameters.size());
        new Comparison(
                        parameters.plan(),
                        parameters.seeds(),
                        streams ->
                                StripesSets.of(
                                        parameters.stripes(), parameters.images(), TEST, streams),
                        look::of)
                .run(out, stop);
    }
}
