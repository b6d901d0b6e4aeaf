package spaceslab.essay.amed.meanvalue;

import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of mean value points.
 *
 * @param variance of the data along the first axis
 * @param otherVariance along the second
 * @param from where the step begins
 * @param to where it ends
 * @param steps of the schedule whose mean value points are drawn
 */
record MeanValueParameters(
        @Parameter(
                        value = "0.25",
                        min = "0.0001",
                        max = "10",
                        scale = Parameter.Scale.LOG,
                        symbol = "\\lambda_1")
                double variance,
        @Parameter(
                        value = "0.01",
                        min = "0.0001",
                        max = "10",
                        scale = Parameter.Scale.LOG,
                        symbol = "\\lambda_2")
                double otherVariance,
        @Parameter(
                        value = "1",
                        min = "0.002",
                        max = "80",
                        scale = Parameter.Scale.LOG,
                        symbol = "a")
                double from,
        @Parameter(
                        value = "0.2",
                        min = "0.001",
                        max = "79",
                        scale = Parameter.Scale.LOG,
                        symbol = "b")
                double to,
        @Parameter(value = "10", min = "2", max = "50", step = "1", symbol = "N") int steps) {
    MeanValueParameters {
        ParameterSchema.check(MeanValueParameters.class, variance, otherVariance, from, to, steps);
        if (to >= from) {
            throw new InvalidParameters(new Violation("to", "" + to, "range", "b < a = " + from));
        }
    }
}
