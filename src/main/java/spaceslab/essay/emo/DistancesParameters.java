package spaceslab.essay.emo;

import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;

/**
 * Of two bumps on a line that are moved apart.
 *
 * @param width of each bump from end to end, in units of the line
 * @param shift of the pair that is shown
 * @param places into which the line is divided
 * @param epsilon strength of the entropy in units of the largest cost
 */
record DistancesParameters(
        @Parameter(value = "0.3", min = "0.1", max = "0.5", step = "0.01", symbol = "w")
                double width,
        @Parameter(value = "0.15", min = "0", max = "0.5", step = "0.01", symbol = "\\theta")
                double shift,
        @Parameter(value = "101", min = "41", max = "201", step = "20", symbol = "n") int places,
        @Parameter(
                        value = "0.05",
                        min = "0.01",
                        max = "1",
                        scale = Parameter.Scale.LOG,
                        symbol = "\\varepsilon")
                double epsilon) {
    DistancesParameters {
        ParameterSchema.check(DistancesParameters.class, width, shift, places, epsilon);
    }
}
