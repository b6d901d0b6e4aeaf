package spaceslab.essay.emo;

import java.util.List;
import spaceslab.essay.emo.loss.Loss;
import spaceslab.essay.emo.transport.Costs;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.PlanePoint;

/**
 * Of a softmax over a few tokens and its target.
 *
 * @param points tokens
 * @param plane what a point says of the embedding
 * @param logits z of the tokens in the same order; missing ones are 0
 * @param target weights of the target distribution τ; missing ones are 0
 * @param losses whose gradients are drawn
 * @param lambda λ of the mixed loss
 * @param gamma γ of TaiLr
 * @param eta η of MixCE
 * @param smoothing σ of label smoothing
 * @param epsilon strength of the entropy in units of the largest cost
 */
record MicroscopeParameters(
        @Parameter(
                        value = "-0.7:0.5,-0.55:0.7,-0.35:0.8,0.75:0.5,0.9:0.2,0.1:-0.85",
                        min = "-1",
                        max = "1",
                        maxItems = 12)
                List<PlanePoint> points,
        @Parameter("sphere") TokenPlane plane,
        @Parameter(
                        value = "0.2,1.4,0.6,1,-0.4,0",
                        min = "-12",
                        max = "12",
                        maxItems = 12,
                        symbol = "z")
                List<Double> logits,
        @Parameter(value = "1", min = "0", max = "1", maxItems = 12, symbol = "\\tau")
                List<Double> target,
        @Parameter(value = "mle,emo,mode1,totalVariation", maxItems = 10) List<Loss> losses,
        @Parameter(value = "1", min = "0", max = "20", step = "0.1", symbol = "\\lambda")
                double lambda,
        @Parameter(value = "0.1", min = "0", max = "1", step = "0.01", symbol = "\\gamma")
                double gamma,
        @Parameter(value = "0.5", min = "0", max = "1", step = "0.01", symbol = "\\eta") double eta,
        @Parameter(value = "0.1", min = "0", max = "0.9", step = "0.01", symbol = "\\sigma")
                double smoothing,
        @Parameter(
                        value = "0.05",
                        min = "0.002",
                        max = "1",
                        scale = Parameter.Scale.LOG,
                        symbol = "\\varepsilon")
                double epsilon) {
    MicroscopeParameters {
        points = List.copyOf(points);
        logits = List.copyOf(logits);
        target = List.copyOf(target);
        losses = List.copyOf(losses);
        ParameterSchema.check(
                MicroscopeParameters.class,
                points,
                plane,
                logits,
                target,
                losses,
                lambda,
                gamma,
                eta,
                smoothing,
                epsilon);
        plane.check(points);
        Weighted.masses("target", target, points.size());
    }

    int size() {
        return points.size();
    }

    Costs costs() {
        return plane.costs(points);
    }

    double[] logitsOfAll() {
        return Weighted.padded(logits, size(), 0);
    }

    double[] targetMasses() {
        return Weighted.masses("target", target, size());
    }

    Loss.Settings settings() {
        return new Loss.Settings(lambda, gamma, Loss.Settings.FLOOR, eta, smoothing);
    }
}
