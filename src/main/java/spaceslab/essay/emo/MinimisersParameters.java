package spaceslab.essay.emo;

import java.util.List;
import spaceslab.essay.emo.loss.Loss;
import spaceslab.essay.emo.transport.Costs;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.PlanePoint;

/**
 * Of a softmax that learns a distribution of targets.
 *
 * @param points tokens
 * @param plane what a point says of the embedding
 * @param weights of the data distribution P; missing ones are 0
 * @param losses descended
 * @param steps of plain descent
 * @param stepSize of each
 * @param lambda λ of the mixed loss
 * @param gamma γ of TaiLr
 * @param eta η of MixCE
 * @param smoothing σ of label smoothing
 */
record MinimisersParameters(
        @Parameter(
                        value = "1:0,0.985:0.174,0.94:0.342,0:1,-1:0",
                        min = "-1",
                        max = "1",
                        maxItems = 12)
                List<PlanePoint> points,
        @Parameter("vectors") TokenPlane plane,
        @Parameter(
                        value = "0.25,0.2,0.15,0.38,0.02",
                        min = "0",
                        max = "1",
                        maxItems = 12,
                        symbol = "P")
                List<Double> weights,
        @Parameter(value = "mle,emo,mode1Detached,mixed,mixCe,taiLr", maxItems = 10)
                List<Loss> losses,
        @Parameter(value = "20000", min = "100", max = "100000", scale = Parameter.Scale.LOG)
                int steps,
        @Parameter(value = "0.2", min = "0.01", max = "2", scale = Parameter.Scale.LOG)
                double stepSize,
        @Parameter(value = "1", min = "0", max = "20", step = "0.1", symbol = "\\lambda")
                double lambda,
        @Parameter(value = "0.1", min = "0", max = "1", step = "0.01", symbol = "\\gamma")
                double gamma,
        @Parameter(value = "0.5", min = "0", max = "1", step = "0.01", symbol = "\\eta") double eta,
        @Parameter(value = "0.1", min = "0", max = "0.9", step = "0.01", symbol = "\\sigma")
                double smoothing) {
    MinimisersParameters {
        points = List.copyOf(points);
        weights = List.copyOf(weights);
        losses = List.copyOf(losses);
        ParameterSchema.check(
                MinimisersParameters.class,
                points,
                plane,
                weights,
                losses,
                steps,
                stepSize,
                lambda,
                gamma,
                eta,
                smoothing);
        plane.check(points);
        Weighted.masses("weights", weights, points.size());
    }

    Costs costs() {
        return plane.costs(points);
    }

    double[] data() {
        return Weighted.masses("weights", weights, points.size());
    }

    Loss.Settings settings() {
        return new Loss.Settings(lambda, gamma, Loss.Settings.FLOOR, eta, smoothing);
    }
}
