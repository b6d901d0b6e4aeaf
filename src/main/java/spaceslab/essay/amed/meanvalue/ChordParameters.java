package spaceslab.essay.amed.meanvalue;

import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;

/**
 * Of the mean value theorem on a curve.
 *
 * @param curve x(t)
 * @param from a, where the piece begins
 * @param span b − a
 * @param pitch of the helix, rise per radian
 * @param share (s − a)/(b − a), the point whose slope is drawn
 */
record ChordParameters(
        @Parameter("circle") Curve curve,
        @Parameter(value = "0", min = "-3", max = "3", step = "0.1", symbol = "a") double from,
        @Parameter(value = "2", min = "0.1", max = "6.2", step = "0.1", symbol = "b-a") double span,
        @Parameter(
                        value = "0.5",
                        min = "0",
                        max = "2",
                        step = "0.05",
                        symbol = "p",
                        when = "curve=helix")
                double pitch,
        @Parameter(value = "0.5", min = "0", max = "1", step = "0.01") double share) {
    ChordParameters {
        ParameterSchema.check(ChordParameters.class, curve, from, span, pitch, share);
    }
}
