package spaceslab.essay.attentionscale;

import java.util.Arrays;
import java.util.stream.IntStream;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/** The Jacobian of a small softmax as a map, with half its L1 norm and its spectrum. */
final class JacobianExperiment implements Experiment<JacobianParameters> {
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "gradient",
                            "halfL1",
                            "trace",
                            "shannon [nat]",
                            "renyi2 [nat]",
                            "largestEigenvalue",
                            "lowerBound",
                            "upperBound",
                            "ownOptimum")
                    .series("probability", "eigenvalue")
                    .grids("jacobian")
                    .build();

    @Override
    public String id() {
        return "jacobian";
    }

    @Override
    public Class<JacobianParameters> parameters() {
        return JacobianParameters.class;
    }

    @Override
    public Mode mode(JacobianParameters parameters) {
        return Mode.LIVE;
    }

    @Override
    public Cost cost(JacobianParameters parameters) {
        return Cost.small();
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(JacobianParameters parameters, Emitter out, StopSignal stop) {
        double[] scores = scoresOf(parameters);
        SoftmaxJacobian jacobian = SoftmaxJacobian.of(scores, parameters.alpha());
        int n = jacobian.size();
        double[] entries = jacobian.entries();
        out.grid("jacobian", n, n, entries);
        double[] index = IntStream.rangeClosed(1, n).asDoubleStream().toArray();
        out.points("probability", index, jacobian.probabilities());
        out.value("gradient", jacobian.gradient());
        out.value("halfL1", jacobian.halfL1());
        out.value("trace", IntStream.range(0, n).mapToDouble(i -> entries[i * n + i]).sum());
        out.value("shannon", jacobian.shannon());
        out.value("renyi2", jacobian.renyi2());
        stop.check();
        double[] eigenvalues = jacobian.eigenvalues();
        out.points("eigenvalue", index, eigenvalues);
        out.value("largestEigenvalue", eigenvalues[0]);
        double[] p = jacobian.probabilities().clone();
        Arrays.sort(p);
        out.value("lowerBound", parameters.alpha() * p[n - 2]);
        out.value("upperBound", parameters.alpha() * p[n - 1]);
        out.value("ownOptimum", optimum(scores, stop));
    }

    private static double[] scoresOf(JacobianParameters parameters) {
        double[] scores =
                parameters
                        .distribution()
                        .distribution()
                        .map(d -> draw(d.scores(parameters.d()), parameters))
                        .orElseGet(() ->
                                parameters.scores().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .toArray());
        if (parameters.sorted()) {
            Arrays.sort(scores);
            for (int i = 0, j = scores.length - 1; i < j; i++, j--) {
                double s = scores[i];
                scores[i] = scores[j];
                scores[j] = s;
            }
        }
        return scores;
    }

    private static double[] draw(Scores scores, JacobianParameters parameters) {
        RandomStream random = new SeededStreams(parameters.seed()).stream(0);
        return IntStream.range(0, parameters.n()).mapToDouble(i -> scores.draw(random)).toArray();
    }

    private static double optimum(double[] scores, StopSignal stop) {
        double deviation = OwnScores.deviation(scores);
        double unit = deviation > 0 ? 1 / deviation : 1;
        return OwnScores.optimum(scores, unit, 1e4 * unit, stop);
    }
}
