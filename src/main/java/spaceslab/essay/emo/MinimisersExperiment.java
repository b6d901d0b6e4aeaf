package spaceslab.essay.emo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import spaceslab.essay.emo.loss.ExpectedLoss;
import spaceslab.essay.emo.loss.Loss;
import spaceslab.essay.emo.loss.Softmax;
import spaceslab.essay.emo.transport.Costs;
import spaceslab.essay.emo.transport.NetworkSimplex;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;

/** Where each loss leads a softmax that sees all data: to their distribution, or to one token. */
final class MinimisersExperiment implements Experiment<MinimisersParameters> {
    /** Points of a curve per factor ten of steps. */
    private static final int PER_DECADE = 24;

    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values("medoid", "medoidCost", "mode", "modeCost", "boundAtData", "entropy")
                    .series("data", "end", "divergence", "share")
                    .table(
                            "ends",
                            "loss",
                            "likeliest",
                            "share",
                            "divergence",
                            "entropy",
                            "transport",
                            "bound")
                    .build();

    @Override
    public String id() {
        return "minimisers";
    }

    @Override
    public Class<MinimisersParameters> parameters() {
        return MinimisersParameters.class;
    }

    @Override
    public Mode mode(MinimisersParameters parameters) {
        return Mode.LIVE;
    }

    @Override
    public Cost cost(MinimisersParameters p) {
        double size = p.points().size();
        return new Cost(
                0.01 + 1e-9 * p.losses().size() * p.steps() * (100 + 25 * size + 2 * size * size),
                8_000_000);
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(MinimisersParameters in, Emitter out, StopSignal stop) {
        Costs costs = in.costs();
        double[] data = in.data();
        double[] tokens = IntStream.rangeClosed(1, data.length).asDoubleStream().toArray();
        double[] expected = costs.expected(data);
        int medoid = costs.medoid(data);
        int mode = Softmax.largest(data);
        out.points("data", tokens, data);
        out.value("medoid", medoid + 1);
        out.value("medoidCost", expected[medoid]);
        out.value("mode", mode + 1);
        out.value("modeCost", expected[mode]);
        out.value("boundAtData", costs.independent(data, data));
        out.value("entropy", Softmax.entropy(data));
        for (Loss kind : in.losses()) {
            ExpectedLoss loss = new ExpectedLoss(kind, in.settings(), costs);
            double[] end = descend(in, loss, data, out, stop);
            out.points("end." + kind.key(), tokens, end);
            int likeliest = Softmax.largest(end);
            out.row(
                    "ends",
                    kind.key(),
                    likeliest + 1,
                    end[likeliest],
                    Softmax.divergence(data, end),
                    Softmax.entropy(end),
                    NetworkSimplex.solve(end, data, costs, stop).cost(),
                    costs.independent(end, data));
        }
    }

    private static double[] descend(
            MinimisersParameters in,
            ExpectedLoss loss,
            double[] data,
            Emitter out,
            StopSignal stop) {
        Course course = new Course(data, in.steps());
        double[] end =
                new PopulationMinimiser(loss, data, in.stepSize()).run(in.steps(), course, stop);
        String key = loss.loss().key();
        out.points("divergence." + key, course.column(0), course.column(1));
        out.points("share." + key, course.column(0), course.column(2));
        return end;
    }

    /**
     * Step, divergence from the data and share of the likeliest token, at steps evenly spaced in
     * ln.
     */
    private static final class Course implements PopulationMinimiser.Observer {
        private final double[] data;
        private final int last;
        private final List<double[]> seen = new ArrayList<>();
        private int next = 1;

        Course(double[] data, int last) {
            this.data = data;
            this.last = last;
        }

        @Override
        public void after(int step, double[] p) {
            if (step >= next || step == last) {
                double divergence = Softmax.divergence(data, p);
                seen.add(new double[] {step, divergence, p[Softmax.largest(p)]});
                next = (int) Math.ceil(step * Math.pow(10, 1.0 / PER_DECADE));
            }
        }

        double[] column(int column) {
            return seen.stream().mapToDouble(row -> row[column]).toArray();
        }
    }
}
