package spaceslab.essay.emo.language;

import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;

/**
 * Of training one of the shipped models again.
 *
 * @param model size and text
 * @param steps of maximum likelihood
 * @param seed of weights and batches
 */
record PretrainParameters(
        @Parameter("base") ModelSize model,
        @Parameter(value = "2000", min = "50", max = "4000", scale = Parameter.Scale.LOG) int steps,
        @Parameter(value = "1", seed = true) long seed) {
    PretrainParameters {
        ParameterSchema.check(PretrainParameters.class, model, steps, seed);
    }

    /** Whether this is how the shipped weights were made. */
    boolean isShipped() {
        return steps == model.steps() && seed == PreTraining.SEED;
    }
}
