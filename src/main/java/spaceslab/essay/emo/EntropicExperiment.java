package spaceslab.essay.emo;

import java.util.ArrayList;
import java.util.List;
import spaceslab.essay.emo.loss.Softmax;
import spaceslab.essay.emo.transport.Costs;
import spaceslab.essay.emo.transport.Coupling;
import spaceslab.essay.emo.transport.NetworkSimplex;
import spaceslab.essay.emo.transport.Sinkhorn;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/** Entropic transport beside the exact one: how fast it converges and what the entropy costs. */
final class EntropicExperiment implements Experiment<EntropicParameters> {
    private static final double[] SHARES = {1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01};
    private static final int MOST_ROUNDS = 20_000;
    private static final double LIVE_SECONDS = 1;

    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "exact",
                            "entropic",
                            "rounds",
                            "error",
                            "entropy",
                            "independent",
                            "exactTime [ms]",
                            "entropicTime [ms]")
                    .series("marginal", "price")
                    .table("strengths", "epsilon", "cost", "gap", "entropy", "rounds")
                    .build();

    @Override
    public String id() {
        return "entropic";
    }

    @Override
    public Class<EntropicParameters> parameters() {
        return EntropicParameters.class;
    }

    @Override
    public Mode mode(EntropicParameters parameters) {
        return cost(parameters).seconds() <= LIVE_SECONDS ? Mode.LIVE : Mode.QUEUED;
    }

    @Override
    public Cost cost(EntropicParameters p) {
        double entries = (double) p.size() * p.size();
        return new Cost(0.02 + entries * 1e-6 * (20 + 0.5 / p.epsilon()), (long) (200 * entries));
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(EntropicParameters in, Emitter out, StopSignal stop) {
        RandomStream random = new SeededStreams(in.seed()).stream(0);
        double[] p = masses(in.size(), random);
        double[] q = masses(in.size(), random);
        Costs costs = squaredDistances(in.size(), random);
        out.value("independent", costs.independent(p, q));
        converge(in, p, q, costs, out, stop);
        long began = System.nanoTime();
        Coupling exact = NetworkSimplex.solve(p, q, costs, stop);
        out.value("exactTime", (System.nanoTime() - began) * 1e-6);
        out.value("exact", exact.cost());
        strengths(in, p, q, costs, exact.cost(), out, stop);
    }

    private static double[] masses(int size, RandomStream random) {
        double[] masses = new double[size];
        for (int i = 0; i < size; i++) {
            masses[i] = random.nextExponential();
        }
        return Softmax.normalised(masses);
    }

    private static Costs squaredDistances(int size, RandomStream random) {
        double[][] from = points(size, random);
        double[][] to = points(size, random);
        double[][] rows = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double dx = from[i][0] - to[j][0];
                double dy = from[i][1] - to[j][1];
                rows[i][j] = dx * dx + dy * dy;
            }
        }
        return Costs.of(rows);
    }

    private static double[][] points(int size, RandomStream random) {
        double[][] points = new double[size][2];
        for (double[] point : points) {
            point[0] = random.nextDouble();
            point[1] = random.nextDouble();
        }
        return points;
    }

    private static void converge(
            EntropicParameters in,
            double[] p,
            double[] q,
            Costs costs,
            Emitter out,
            StopSignal stop) {
        List<double[]> errors = new ArrayList<>();
        long began = System.nanoTime();
        Sinkhorn.Result result =
                Sinkhorn.solve(
                        p,
                        q,
                        costs,
                        in.epsilon() * costs.largest(),
                        in.tolerance(),
                        MOST_ROUNDS,
                        (round, error) -> errors.add(new double[] {round, error}),
                        stop);
        out.value("entropicTime", (System.nanoTime() - began) * 1e-6);
        out.value("entropic", result.coupling().cost());
        out.value("rounds", result.rounds());
        out.value("error", result.error());
        out.value("entropy", result.entropy());
        out.points(
                "marginal",
                errors.stream().mapToDouble(e -> e[0]).toArray(),
                errors.stream().mapToDouble(e -> e[1]).toArray());
    }

    private static void strengths(
            EntropicParameters in,
            double[] p,
            double[] q,
            Costs costs,
            double exact,
            Emitter out,
            StopSignal stop) {
        for (double share : SHARES) {
            Sinkhorn.Result result =
                    Sinkhorn.solve(
                            p,
                            q,
                            costs,
                            share * costs.largest(),
                            in.tolerance(),
                            MOST_ROUNDS,
                            (n, e) -> {},
                            stop);
            double cost = result.coupling().cost();
            out.point("price", share, cost - exact);
            out.row("strengths", share, cost, cost - exact, result.entropy(), result.rounds());
        }
    }
}
