package spaceslab.essay.nonlinearrnn;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;

/**
 * Does it pay? Sweeps, depth and work against T; the time of a simulated machine with P processors;
 * seconds on this one; and, apart, what was published for a GPU.
 */
final class ScalingExperiment implements Experiment<ScalingParameters> {
    private static final List<Method> METHODS =
            List.of(Method.NEWTON, Method.QUASI, Method.JACOBI, Method.FIXED_A);
    private static final int MOST_SWEEPS = 200;
    private static final int MACHINES = 51;
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "newtonSweepsShortest",
                            "newtonSweepsLongest",
                            "depthRatio",
                            "workRatio",
                            "breakEvenProcessors",
                            "largestSpeedUp")
                    .series("sweeps", "depth", "work", "speedUp", "published")
                    .table(
                            "lengths",
                            "length",
                            "lyapunov",
                            "newton",
                            "quasi",
                            "jacobi",
                            "fixedA",
                            "depthSequential",
                            "depthNewton",
                            "workSequential",
                            "workNewton")
                    .table("wallClock", "what", "threads", "seconds [s]", "timesLoop [s/s]")
                    .table("published", "pass", "states", "length", "speedUp", "mark", "source")
                    .grids("scanTree")
                    .build();

    @Override
    public String id() {
        return "scaling";
    }

    @Override
    public Class<ScalingParameters> parameters() {
        return ScalingParameters.class;
    }

    @Override
    public Mode mode(ScalingParameters parameters) {
        return Mode.QUEUED;
    }

    @Override
    public Cost cost(ScalingParameters p) {
        double states = p.cell() == CellKind.LSTM ? 2 * p.d() : p.d();
        double perStep = 60 * states + 4 * states * states;
        double nanos = 1.4 * p.length() * 0.5 * MOST_SWEEPS * 2 * perStep;
        double timing = p.timing() ? 0.3 + 3 * p.length() * 40 * 0.5e-9 * Math.pow(states, 3) : 0;
        return new Cost(
                0.05 + nanos * 1e-9 + timing,
                70_000_000 + 40L * p.length() * (long) (states * states + 8 * states));
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(ScalingParameters p, Emitter out, StopSignal stop) {
        ScanTree.emit(p.treeLength(), p.treeLevel(), out);
        published(out);
        List<Integer> lengths = new ArrayList<>();
        for (int t = p.length(); t >= 16 && lengths.size() < 7; t /= 4) {
            lengths.addFirst(t);
        }
        lengths.removeIf(t -> t < 64 && lengths.size() > 1);
        Map<Method, Integer> last = new EnumMap<>(Method.class);
        for (int i = 0; i < lengths.size(); i++) {
            Map<Method, Integer> converged = length(p, lengths.get(i), out, stop);
            if (i == 0) {
                out.value("newtonSweepsShortest", converged.getOrDefault(Method.NEWTON, -1));
            }
            last.clear();
            last.putAll(converged);
            out.progress("lengths", i + 1, lengths.size());
        }
        out.value("newtonSweepsLongest", last.getOrDefault(Method.NEWTON, -1));
        machine(draw(p, p.length()), last, out);
        if (p.timing()) {
            WallClock clock = new WallClock(out, stop);
            clock.network(draw(p, p.length()), p.tolerance());
            clock.diagonal(p.seed());
        }
    }

    private static RecurrentProblem draw(ScalingParameters p, int length) {
        return RandomProblem.of(p.cell(), p.d(), length, p.gain(), p.inputScale(), p.seed());
    }

    /** All methods at one T; returns the sweeps of those that converged. */
    private static Map<Method, Integer> length(
            ScalingParameters p, int length, Emitter out, StopSignal stop) {
        RecurrentProblem problem = draw(p, length);
        double[] truth = problem.sequential();
        Map<Method, Integer> converged = new EnumMap<>(Method.class);
        List<Object> cells = new ArrayList<>();
        cells.add(length);
        cells.add(NetworkFacts.lyapunov(problem, truth, stop));
        long sequential = length * problem.cell().multiplicationsPerStep();
        out.point("depth.sequential", length, length);
        out.point("work.sequential", length, sequential);
        SweepRun run =
                new SweepRun(
                        problem,
                        truth,
                        Clip.OFF,
                        StoppingRule.ERROR,
                        p.tolerance(),
                        Math.min(length, MOST_SWEEPS));
        for (Method method : METHODS) {
            SweepRun.Outcome outcome =
                    run.run(
                            SweepSettings.PLAIN.sweep(problem, method).orElseThrow(),
                            problem.zeros(),
                            (n, states, error, step) -> {},
                            stop);
            if (outcome.ending() == SweepRun.Ending.CONVERGED) {
                SweepCost cost = SweepCost.of(method, problem.cell());
                String name = IterateExperiment.name(method);
                converged.put(method, outcome.sweeps());
                cells.add(outcome.sweeps());
                out.point("sweeps." + name, length, outcome.sweeps());
                out.point("depth." + name, length, outcome.sweeps() * cost.depth(length));
                out.point("work." + name, length, outcome.sweeps() * cost.multiplications(length));
            } else {
                cells.add("never");
            }
        }
        SweepCost newton = SweepCost.of(Method.NEWTON, problem.cell());
        int sweeps = converged.getOrDefault(Method.NEWTON, 0);
        cells.add(length);
        cells.add(sweeps * newton.depth(length));
        cells.add(sequential);
        cells.add(sweeps * newton.multiplications(length));
        out.row("lengths", cells.toArray());
        return converged;
    }

    /** Time of the loop over time of each method, both on P processors. */
    private static void machine(
            RecurrentProblem problem, Map<Method, Integer> sweeps, Emitter out) {
        int length = problem.length();
        long step = problem.cell().multiplicationsPerStep();
        sweeps.forEach((method, count) -> {
            SweepCost cost = SweepCost.of(method, problem.cell());
            double[] processors = new double[MACHINES];
            double[] speedUp = new double[MACHINES];
            double breakEven = Double.POSITIVE_INFINITY;
            double largest = 0;
            for (int i = 0; i < MACHINES; i++) {
                double exact = Math.pow(10, 5.0 * i / (MACHINES - 1));
                processors[i] = Math.round(exact);
                double loop = length * Math.ceil(step / processors[i]);
                speedUp[i] = loop / (count * cost.time(length, processors[i]));
                largest = Math.max(largest, speedUp[i]);
                if (speedUp[i] > 1) {
                    breakEven = Math.min(breakEven, processors[i]);
                }
            }
            out.points("speedUp." + IterateExperiment.name(method), processors, speedUp);
            if (method == Method.NEWTON) {
                out.value("breakEvenProcessors", breakEven);
                out.value("largestSpeedUp", largest);
                out.value("depthRatio", length / (double) (count * cost.depth(length)));
                out.value(
                        "workRatio",
                        count * cost.multiplications(length) / (double) (length * step));
            }
        });
    }

    private static void published(Emitter out) {
        for (PublishedSpeedups.Row row : PublishedSpeedups.rows()) {
            out.row(
                    "published",
                    row.pass(),
                    row.states(),
                    row.length(),
                    row.speedUp(),
                    row.mark(),
                    row.source());
            if (row.pass().equals("forward")) {
                out.point("published.dim" + row.states(), row.length(), row.speedUp());
            }
        }
    }
}
