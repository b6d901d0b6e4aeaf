package spaceslab.essay.attentionscale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import spaceslab.experiment.Emitter;

/** All trainings of a run beside each other: which scale is the fastest, and which ought to be. */
final class ScaleComparison {
    private static final int CURVE = 120;

    private final TrainingParameters parameters;
    private final List<ScaleOutcome> outcomes;
    private final MeanField field;
    private final double unit;

    /**
     * @param outcomes of every scale at every rate
     */
    ScaleComparison(TrainingParameters parameters, List<ScaleOutcome> outcomes) {
        this.parameters = parameters;
        this.outcomes = List.copyOf(outcomes);
        this.field = parameters.form().meanField(parameters.d(), parameters.n());
        this.unit = parameters.form().unit(parameters.d());
    }

    void emit(Emitter out) {
        List<ScaleOutcome> common = new ArrayList<>();
        List<ScaleOutcome> best = new ArrayList<>();
        for (double alpha : parameters.ascendingAlphas()) {
            common.add(at(alpha, parameters.chosenRates().getFirst()));
            best.add(fastest(outcomes.stream().filter(o -> o.arm().alpha() == alpha).toList()));
        }
        for (int i = 0; i < common.size(); i++) {
            scale(common.get(i), best.get(i), out);
        }
        edges(best, out);
        verdict(common, best, out);
    }

    private static void verdict(List<ScaleOutcome> common, List<ScaleOutcome> best, Emitter out) {
        out.value("deviationStart", common.getFirst().start().deviation());
        ScaleOutcome steepest =
                common.stream()
                        .max(Comparator.comparingDouble(o -> o.start().gradient()))
                        .orElseThrow();
        out.value("steepest", steepest.arm().alpha());
        out.value("steepestGradient", steepest.start().gradient());
        out.value("steepestSteps", steepest.steps().median());
        out.value("steepestBestSteps", best.get(common.indexOf(steepest)).steps().median());
        ScaleOutcome fastest = fastest(common);
        out.value("fastest", fastest.arm().alpha());
        out.value("fastestSteps", fastest.steps().median());
        ScaleOutcome fastestBest = fastest(best);
        out.value("fastestBest", fastestBest.arm().alpha());
        out.value("fastestBestRate", fastestBest.arm().rate());
        out.value("fastestBestSteps", fastestBest.steps().median());
    }

    private ScaleOutcome at(double alpha, double rate) {
        return outcomes.stream()
                .filter(o -> o.arm().alpha() == alpha && o.arm().rate() == rate)
                .findFirst()
                .orElseThrow();
    }

    private static ScaleOutcome fastest(List<ScaleOutcome> among) {
        return among.stream().reduce((a, b) -> b.isFasterThan(a) ? b : a).orElseThrow();
    }

    private void scale(ScaleOutcome common, ScaleOutcome best, Emitter out) {
        double alpha = common.arm().alpha();
        common.point("stepsCommon", alpha, out);
        best.point("stepsBest", alpha, out);
        parameters.chosenRates().stream()
                .sorted()
                .map(rate -> at(alpha, rate))
                .forEach(o -> o.point("stepsAt." + o.arm().name(), o.arm().rate(), out));
        best.curves().emit("lossBest." + best.arm().name(), 0, out);
        out.point("gradientEnd", alpha, common.end().gradient());
        out.row(
                "scales",
                alpha,
                meanField(alpha),
                common.start().gradient(),
                common.end().gradient(),
                alpha * common.end().deviation(),
                common.steps().median(),
                best.arm().rate(),
                best.steps().median());
    }

    /** Says where a scale might be faster still, at a rate beyond the list. */
    private void edges(List<ScaleOutcome> best, Emitter out) {
        double least = parameters.chosenRates().stream().min(Double::compare).orElseThrow();
        double most = parameters.chosenRates().stream().max(Double::compare).orElseThrow();
        String atEdge =
                String.join(
                        ", ",
                        best.stream()
                                .map(ScaleOutcome::arm)
                                .filter(arm -> arm.rate() == least || arm.rate() == most)
                                .map(ScaleOutcome.Arm::name)
                                .toList());
        if (!atEdge.isEmpty()) {
            out.note("bestRateAtEdge", atEdge);
        }
    }

    /** G(α) on scores of variance 1, NaN beyond the end of the estimate. */
    private double meanField(double alpha) {
        double own = alpha * unit;
        return own <= field.end() ? field.gradient(own) / unit : Double.NaN;
    }

    /** What the essay's estimate says of these scores, known before anything is trained. */
    void prediction(Emitter out) {
        out.value("baseline", parameters.task().baseline());
        out.value("thresholdLoss", parameters.thresholdLoss());
        out.value("alphaStar", field.optimum() / unit);
        double end = field.end() / unit;
        double[] alpha = new double[CURVE + 1];
        double[] g = new double[CURVE + 1];
        for (int i = 0; i <= CURVE; i++) {
            alpha[i] = end * i / CURVE;
            g[i] = Math.max(0, field.gradient(alpha[i] * unit) / unit);
        }
        out.points("meanField", alpha, g);
    }
}
