package spaceslab.essay.emo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import spaceslab.essay.emo.loss.ExpectedLoss;
import spaceslab.essay.emo.loss.Loss;
import spaceslab.essay.emo.loss.Softmax;
import spaceslab.essay.emo.transport.Costs;
import spaceslab.essay.emo.transport.Coupling;
import spaceslab.essay.emo.transport.NetworkSimplex;
import spaceslab.essay.emo.transport.Sinkhorn;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.StopSignal;

/**
 * A softmax over a few tokens, its target, the exact transport between them beside the plan that
 * the essay's loss uses, and what each loss does to the logits.
 */
final class MicroscopeExperiment implements Experiment<MicroscopeParameters> {
    private static final double TOLERANCE = 1e-9;
    private static final int MOST_ROUNDS = 4000;
    private static final int MARGINS = 49;
    private static final double LARGEST_MARGIN = 12;

    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "transport",
                            "bound",
                            "entropic",
                            "totalVariation",
                            "crossEntropy",
                            "medoid",
                            "triangleExcess")
                    .series(
                            "rim",
                            "token",
                            "probability",
                            "goal",
                            "ribbon",
                            "gradient",
                            "marginal",
                            "pullAt")
                    .table("losses", "loss", "value", "strongest", "onStrongest", "length")
                    .grids("cost", "plan", "productPlan", "entropicPlan")
                    .build();

    @Override
    public String id() {
        return "microscope";
    }

    @Override
    public Class<MicroscopeParameters> parameters() {
        return MicroscopeParameters.class;
    }

    @Override
    public Mode mode(MicroscopeParameters parameters) {
        return Mode.LIVE;
    }

    @Override
    public Cost cost(MicroscopeParameters parameters) {
        return Cost.small();
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(MicroscopeParameters in, Emitter out, StopSignal stop) {
        Costs costs = in.costs();
        double[] p = Softmax.of(in.logitsOfAll());
        double[] target = in.targetMasses();
        Coupling exact = NetworkSimplex.solve(p, target, costs, stop);
        picture(in, p, target, exact, out);
        numbers(p, target, costs, exact, out);
        gradients(in, p, target, costs, exact, out);
        plans(p, target, costs, exact, out);
        entropic(in, p, target, costs, out, stop);
        saturation(in, target, costs, out);
    }

    private static void picture(
            MicroscopeParameters in, double[] p, double[] target, Coupling exact, Emitter out) {
        Ribbons ribbons = new Ribbons(in.points(), in.plane());
        ribbons.rim("rim", out);
        ribbons.ribbons("ribbon", exact, out);
        ribbons.discs("probability", p, out);
        ribbons.discs("goal", target, out);
        ribbons.tokens("token", out);
    }

    private static void numbers(
            double[] p, double[] target, Costs costs, Coupling exact, Emitter out) {
        double variation = 0;
        for (int k = 0; k < p.length; k++) {
            variation += Math.abs(p[k] - target[k]) / 2;
        }
        out.value("transport", exact.cost());
        out.value("bound", costs.independent(p, target));
        out.value("totalVariation", variation);
        out.value("crossEntropy", Softmax.crossEntropy(target, p));
        out.value("medoid", 1 + costs.medoid(target));
        out.value("triangleExcess", triangleExcess(costs));
    }

    /** max C_ij − C_ik − C_kj: above 0, the cost is not a metric. */
    private static double triangleExcess(Costs costs) {
        double excess = 0;
        int size = costs.sources();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    excess = Math.max(excess, costs.at(i, j) - costs.at(i, k) - costs.at(k, j));
                }
            }
        }
        return excess;
    }

    private static void gradients(
            MicroscopeParameters in,
            double[] p,
            double[] target,
            Costs costs,
            Coupling exact,
            Emitter out) {
        double[] tokens = IntStream.rangeClosed(1, p.length).asDoubleStream().toArray();
        for (Loss kind : in.losses()) {
            double[] gradient = new double[p.length];
            double value =
                    new ExpectedLoss(kind, in.settings(), costs).gradient(p, target, gradient);
            bars(kind.key(), value, tokens, gradient, out);
        }
        bars("transport", exact.cost(), tokens, transportGradient(p, exact), out);
    }

    private static void bars(
            String loss, double value, double[] tokens, double[] gradient, Emitter out) {
        int strongest = 0;
        double squares = 0;
        for (int k = 0; k < gradient.length; k++) {
            squares += gradient[k] * gradient[k];
            strongest = Math.abs(gradient[k]) > Math.abs(gradient[strongest]) ? k : strongest;
        }
        out.points("gradient." + loss, tokens, gradient);
        out.row("losses", loss, value, strongest + 1, gradient[strongest], Math.sqrt(squares));
    }

    /** Of the exact transport: p_k (u_k − Σ p u), u the dual potential of token k. */
    private static double[] transportGradient(double[] p, Coupling exact) {
        double mean = 0;
        for (int k = 0; k < p.length; k++) {
            mean += p[k] * exact.u()[k];
        }
        double[] gradient = new double[p.length];
        for (int k = 0; k < p.length; k++) {
            gradient[k] = p[k] * (exact.u()[k] - mean);
        }
        return gradient;
    }

    private static void plans(
            double[] p, double[] target, Costs costs, Coupling exact, Emitter out) {
        grid("cost", p.length, costs.toArray(), out);
        grid("plan", p.length, exact.plan(), out);
        grid("productPlan", p.length, Coupling.independent(p, target, costs).plan(), out);
    }

    private static void entropic(
            MicroscopeParameters in,
            double[] p,
            double[] target,
            Costs costs,
            Emitter out,
            StopSignal stop) {
        double largest = costs.largest();
        if (largest == 0) {
            return;
        }
        List<double[]> errors = new ArrayList<>();
        Sinkhorn.Result result =
                Sinkhorn.solve(
                        p,
                        target,
                        costs,
                        in.epsilon() * largest,
                        TOLERANCE,
                        MOST_ROUNDS,
                        (round, error) -> errors.add(new double[] {round, error}),
                        stop);
        out.value("entropic", result.coupling().cost());
        grid("entropicPlan", p.length, result.coupling().plan(), out);
        out.points(
                "marginal",
                errors.stream().mapToDouble(e -> e[0]).toArray(),
                errors.stream().mapToDouble(e -> e[1]).toArray());
    }

    /**
     * How strongly each loss pulls the first target's logit up when the likeliest wrong token is
     * ahead of all others by a margin.
     */
    private static void saturation(
            MicroscopeParameters in, double[] target, Costs costs, Emitter out) {
        int wanted = Softmax.largest(target);
        double[] one = new double[target.length];
        one[wanted] = 1;
        int wrong = farthest(costs, wanted);
        if (wrong == wanted) {
            return;
        }
        double[] margins = new double[MARGINS];
        double[][] pulls = new double[in.losses().size()][MARGINS];
        double[] gradient = new double[target.length];
        for (int i = 0; i < MARGINS; i++) {
            margins[i] = LARGEST_MARGIN * i / (MARGINS - 1);
            double[] logits = new double[target.length];
            logits[wrong] = margins[i];
            double[] p = Softmax.of(logits);
            for (int l = 0; l < pulls.length; l++) {
                new ExpectedLoss(in.losses().get(l), in.settings(), costs)
                        .gradient(p, one, gradient);
                pulls[l][i] = -gradient[wanted];
            }
        }
        for (int l = 0; l < pulls.length; l++) {
            out.points("pullAt." + in.losses().get(l).key(), margins, pulls[l]);
        }
    }

    private static int farthest(Costs costs, int token) {
        int farthest = token;
        for (int k = 0; k < costs.sources(); k++) {
            farthest = costs.at(k, token) > costs.at(farthest, token) ? k : farthest;
        }
        return farthest;
    }

    private static void grid(String name, int size, double[] values, Emitter out) {
        List<String> labels = IntStream.rangeClosed(1, size).mapToObj(Integer::toString).toList();
        out.emit(new RunEvent.Grid(name, size, size, values, labels, labels));
    }
}
