package spaceslab.essay.amed;

import spaceslab.essay.amed.score.SampleError;
import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.essay.amed.score.Teacher;
import spaceslab.essay.amed.solver.ExactStart;
import spaceslab.essay.amed.solver.Multistep;
import spaceslab.essay.amed.solver.Sampler;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.SeededStreams;

/** Errors of untrained samplers as their steps are halved, and the orders they show. */
final class OrderExperiment implements Experiment<OrderParameters> {
    /** The exact ends are known to about a tenth of this; smaller errors say nothing. */
    private static final double FLOOR = 1e-9;

    private static final double EXACTNESS = 1e-11;
    private static final double LIVE_SECONDS = 0.8;

    private static final double LOG2 = Math.log(2);

    /** Halvings that the slope is fitted over. */
    private static final int FITTED = 3;

    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values("floor", "fittedOrder")
                    .series("errorAt", "local")
                    .table("orders", "solver", "fittedOrder", "coarsestError", "finestError")
                    .build();

    @Override
    public String id() {
        return "order";
    }

    @Override
    public Class<OrderParameters> parameters() {
        return OrderParameters.class;
    }

    @Override
    public Mode mode(OrderParameters parameters) {
        return cost(parameters).seconds() <= LIVE_SECONDS ? Mode.LIVE : Mode.QUEUED;
    }

    @Override
    public Cost cost(OrderParameters p) {
        double evaluations = 1000;
        for (SolverChoice solver : p.solvers()) {
            evaluations += solver.evaluationsPerStep() * p.coarsest() * (2 << p.doublings());
        }
        double pairs = (double) p.batch() * p.model().components();
        double each = 2e-6 + pairs * (1.5e-8 + 4.0 * p.width() / 1.5e10);
        return new Cost(evaluations * each, 32_000_000L + 40L * 8 * p.batch() * p.width());
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(OrderParameters p, Emitter out, StopSignal stop) {
        SeededStreams streams = new SeededStreams(p.seed());
        ScoreModel model = p.model().model(p.dimension(), streams.child(2));
        double[] noise = Teacher.noise(streams.child(0), p.batch(), p.width(), p.tMax());
        Teacher exact = new Teacher(model.flow().within(EXACTNESS), p.tMax(), noise);
        exact.announce(p.tMin());
        SamplerBench bench = new SamplerBench(model, p.settings(), exact, exact, stop);
        out.value("floor", FLOOR);
        int done = 0;
        for (SolverChoice choice : p.solvers()) {
            measure(choice, p, model, exact, bench, out, stop);
            out.progress("halving", ++done, p.solvers().size());
        }
    }

    private static void measure(
            SolverChoice choice,
            OrderParameters p,
            ScoreModel model,
            Teacher exact,
            SamplerBench bench,
            Emitter out,
            StopSignal stop) {
        double[] errors = new double[p.doublings() + 1];
        double[] steps = new double[errors.length];
        for (int i = 0; i < errors.length; i++) {
            int count = p.coarsest() << i;
            Sampler sampler = bench.withSteps(choice, count);
            if (p.exactStart() && sampler.solver() instanceof Multistep method) {
                sampler = exactly(method, sampler.stamps(), exact, stop);
            }
            double[] end = sampler.run(model, exact.noise(), stop).end();
            errors[i] = SampleError.rootMeanSquare(end, exact.at(p.tMin(), stop));
            steps[i] = count;
            out.point("errorAt." + choice.key(), count, errors[i]);
        }
        for (int i = 1; i < errors.length && errors[i] > FLOOR; i++) {
            out.point(
                    "local." + choice.key(), steps[i], Math.log(errors[i - 1] / errors[i]) / LOG2);
        }
        double order = order(errors);
        out.value("fittedOrder." + choice.key(), order);
        out.row("orders", choice.key(), order, errors[0], errors[errors.length - 1]);
    }

    private static Sampler exactly(
            Multistep method, double[] stamps, Teacher exact, StopSignal stop) {
        int first = Math.min(method.formula().order() - 1, stamps.length - 1);
        double[] starts = java.util.Arrays.copyOf(stamps, first + 1);
        return new Sampler(new ExactStart(method, first, exact.apart(starts, stop)), stamps, false);
    }

    /**
     * The slope over the last halvings whose errors are above the floor; NaN where there are none.
     */
    static double order(double[] errors) {
        int last = errors.length - 1;
        while (last > 0 && !(errors[last] > FLOOR)) {
            last--;
        }
        int first = Math.max(0, last - FITTED);
        if (first == last) {
            return Double.NaN;
        }
        double middle = (first + last) / 2.0;
        double along = 0;
        double square = 0;
        for (int i = first; i <= last; i++) {
            along -= (i - middle) * Math.log(errors[i]) / LOG2;
            square += (i - middle) * (i - middle);
        }
        return along / square;
    }
}
