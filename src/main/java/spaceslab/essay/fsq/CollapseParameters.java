package spaceslab.essay.fsq;

import java.util.List;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.PlanePoint;

/**
 * Of codebooks that learn inputs of the plane which do not move (no encoder).
 *
 * @param shape of the inputs
 * @param points dropped by the visitor, before they are moved away
 * @param noise standard deviation added to each coordinate
 * @param distance of the inputs' centre from the origin
 * @param method whose codebook is drawn; all are computed
 * @param start where codes begin
 * @param codes K
 * @param step shown, and last computed
 * @param batch inputs a step sees
 * @param rate step size of the gradient
 * @param decay of the moving averages
 * @param period steps between resets
 * @param threshold count below which a code is dead
 * @param seed of inputs, start and batches
 */
record CollapseParameters(
        @Parameter("rings") DataShape shape,
        @Parameter(
                        value = "-0.9:0.2,-0.6:0.8,0:1,0.7:0.7,0.9:0,0.5:-0.8,-0.2:-0.9,-0.8:-0.5",
                        min = "-2",
                        max = "2",
                        maxItems = 24,
                        when = "shape=own")
                List<PlanePoint> points,
        @Parameter(value = "0.05", min = "0", max = "0.5", step = "0.01") double noise,
        @Parameter(value = "5", min = "0", max = "10", step = "0.1", symbol = "r") double distance,
        @Parameter("gradient") CodebookMethod method,
        @Parameter("normal") CodebookStart start,
        @Parameter(value = "32", min = "1", max = "128", scale = Parameter.Scale.LOG, symbol = "K")
                int codes,
        @Parameter(value = "60", min = "0", max = "200", step = "1", symbol = "t") int step,
        @Parameter(value = "128", min = "1", max = "512", scale = Parameter.Scale.LOG, symbol = "B")
                int batch,
        @Parameter(
                        value = "0.1",
                        min = "0.001",
                        max = "1",
                        scale = Parameter.Scale.LOG,
                        symbol = "\\eta",
                        when = "method=gradient")
                double rate,
        @Parameter(
                        value = "0.9",
                        min = "0",
                        max = "0.999",
                        step = "0.001",
                        symbol = "a",
                        when = "method=ema|emaReset")
                double decay,
        @Parameter(value = "20", min = "1", max = "200", step = "1", when = "method=emaReset")
                int period,
        @Parameter(value = "0.5", min = "0", max = "10", step = "0.1", when = "method=emaReset")
                double threshold,
        @Parameter(value = "1", seed = true) long seed) {
    CollapseParameters {
        points = List.copyOf(points);
        ParameterSchema.check(
                CollapseParameters.class,
                shape,
                points,
                noise,
                distance,
                method,
                start,
                codes,
                step,
                batch,
                rate,
                decay,
                period,
                threshold,
                seed);
    }
}
