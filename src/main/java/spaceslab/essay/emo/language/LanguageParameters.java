package spaceslab.essay.emo.language;

import java.util.HashSet;
import java.util.List;
import spaceslab.essay.emo.loss.Loss;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of going on to train a language model with several losses.
 *
 * @param losses arms, none twice
 * @param start weights
 * @param verses to train on
 * @param steps of each arm
 * @param rate step size
 * @param lambda λ of l + λ e
 * @param gamma γ of TaiLr
 * @param eta η of MixCE
 * @param smoothing σ of label smoothing
 * @param samples texts that each arm writes at the end
 * @param seed of batches, samples and clusters
 */
record LanguageParameters(
        @Parameter(value = "mle,emo,mode1", maxItems = 4) List<Arm> losses,
        @Parameter("pretrained") Start start,
        @Parameter(value = "1500", min = "20", max = "1500", scale = Parameter.Scale.LOG)
                int verses,
        @Parameter(value = "120", min = "20", max = "1000", scale = Parameter.Scale.LOG) int steps,
        @Parameter(value = "0.0005", min = "0.00001", max = "0.01", scale = Parameter.Scale.LOG)
                double rate,
        @Parameter(value = "1", min = "0", max = "20", symbol = "\\lambda", when = "losses=mixed")
                double lambda,
        @Parameter(value = "0.1", min = "0", max = "1", symbol = "\\gamma", when = "losses=taiLr")
                double gamma,
        @Parameter(value = "0.5", min = "0", max = "1", symbol = "\\eta", when = "losses=mixCe")
                double eta,
        @Parameter(
                        value = "0.1",
                        min = "0",
                        max = "0.9",
                        symbol = "\\sigma",
                        when = "losses=labelSmoothing")
                double smoothing,
        @Parameter(value = "200", min = "50", max = "500", step = "50") int samples,
        @Parameter(value = "1", seed = true) long seed) {
    /** Windows of a step. */
    static final int BATCH = 16;

    private static final int MOST = 4;

    LanguageParameters {
        losses = List.copyOf(losses);
        ParameterSchema.check(
                LanguageParameters.class,
                losses,
                start,
                verses,
                steps,
                rate,
                lambda,
                gamma,
                eta,
                smoothing,
                samples,
                seed);
        if (losses.isEmpty() || new HashSet<>(losses).size() < losses.size()) {
            String all = String.join("|", List.of(Arm.values()).stream().map(Arm::key).toList());
            throw new InvalidParameters(
                    new Violation(
                            "losses",
                            ParameterSchema.text(losses),
                            "twice",
                            "1–" + MOST + " × " + all));
        }
    }

    Loss.Settings settings() {
        return new Loss.Settings(lambda, gamma, Loss.Settings.FLOOR, eta, smoothing);
    }
}
