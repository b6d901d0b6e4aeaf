package spaceslab.essay.nonlinearrnn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.ComplexEigen;
import spaceslab.numerics.OrderedUnits;
import spaceslab.numerics.SeededStreams;

/** One random network, solved for all t at once by several methods: error sweep by sweep. */
final class IterateExperiment implements Experiment<IterateParameters> {
    private static final double LIVE_SECONDS = 1.5;

    /** Methods solved side by side before their results are emitted, in order. */
    private static final int AT_ONCE = 2;

    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "lyapunov",
                            "norm",
                            "spectralRadius",
                            "condition",
                            "sequentialDepth",
                            "sequentialWork",
                            "drawnSweep")
                    .series("error", "residual", "truth", "iterate")
                    .table(
                            "methods",
                            "method",
                            "sweeps",
                            "ending",
                            "error",
                            "peak",
                            "exactStates",
                            "depth",
                            "work",
                            "workRatio")
                    .grids("errorMap")
                    .build();

    private final OrderedUnits units;

    IterateExperiment() {
        this(OrderedUnits.onAllProcessors());
    }

    IterateExperiment(OrderedUnits units) {
        this.units = units;
    }

    @Override
    public String id() {
        return "iterate";
    }

    @Override
    public Class<IterateParameters> parameters() {
        return IterateParameters.class;
    }

    @Override
    public Mode mode(IterateParameters parameters) {
        return cost(parameters).seconds() <= LIVE_SECONDS ? Mode.LIVE : Mode.QUEUED;
    }

    /** Upper bound: every method runs to the cap, on one thread. */
    @Override
    public Cost cost(IterateParameters p) {
        double states = p.states();
        double nanos = 0;
        for (Method method : methods(p)) {
            double perStep = 60 * states + 4 * states * states;
            if (method == Method.ELK) {
                perStep += 6 * states * states * states;
            } else if (p.cell() == CellKind.GRU && method.usesJacobian()) {
                perStep += states * states * states;
            }
            nanos += 0.6 * perStep * p.length() * Math.min(p.sweeps(), p.length());
        }
        long bytes = 8L * p.length() * (long) (states * states + 12 * states);
        return new Cost(0.02 + nanos * 1e-9, 4_000_000 + bytes);
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    /** The chosen methods and the one in focus. */
    private static List<Method> methods(IterateParameters p) {
        List<Method> methods = new ArrayList<>(p.methods());
        if (!methods.contains(p.focus())) {
            methods.add(p.focus());
        }
        return methods;
    }

    @Override
    public void run(IterateParameters p, Emitter out, StopSignal stop) {
        RecurrentProblem problem = draw(p);
        double[] truth = sequential(problem, p.precision());
        facts(problem, truth, out, stop);
        double[] guess =
                p.guess()
                        .trajectory(
                                problem, draw(p), p.shift(), new SeededStreams(p.seed()).child(1));
        if (p.precision() == Precision.FLOAT32 && p.tolerance() < 1e-6) {
            out.note("float32Floor", p.tolerance());
        }
        List<Method> methods = methods(p);
        for (int from = 0; from < methods.size(); from += AT_ONCE) {
            int to = Math.min(methods.size(), from + AT_ONCE);
            units.map(
                            from,
                            to,
                            () ->
                                    i -> {
                                        stop.check();
                                        return solve(
                                                p,
                                                problem.twin(),
                                                truth,
                                                methods.get(i),
                                                guess,
                                                stop);
                                    })
                    .forEach(solved -> emit(problem, solved, out));
            out.progress("methods", to, methods.size());
        }
    }

    /** What one method did; empty where the method does not exist for this network. */
    private record Solved(Method method, MethodTrace trace, Optional<SweepRun.Outcome> outcome) {}

    /** On any thread: {@code problem} belongs to it. */
    private static Solved solve(
            IterateParameters p,
            RecurrentProblem problem,
            double[] truth,
            Method method,
            double[] guess,
            StopSignal stop) {
        SweepSettings settings =
                new SweepSettings(p.damping(), p.noise(), p.diagonalScale(), p.precision());
        SweepRun run =
                new SweepRun(problem, truth, p.clip(), p.stopping(), p.tolerance(), p.sweeps());
        MethodTrace trace = new MethodTrace(problem, truth, method == p.focus(), p.after());
        return new Solved(
                method,
                trace,
                settings.sweep(problem, method).map(sweep -> run.run(sweep, guess, trace, stop)));
    }

    private static void emit(RecurrentProblem problem, Solved solved, Emitter out) {
        String method = name(solved.method());
        solved.outcome()
                .ifPresentOrElse(
                        outcome -> {
                            solved.trace().emit(method, out);
                            row(
                                    problem,
                                    solved.method(),
                                    outcome,
                                    solved.trace().exactStates(),
                                    out);
                        },
                        () -> out.note("singularBasis", method));
    }

    private static RecurrentProblem draw(IterateParameters p) {
        return RandomProblem.of(p.cell(), p.d(), p.length(), p.gain(), p.inputScale(), p.seed());
    }

    /** The truth in the stored precision. */
    static double[] sequential(RecurrentProblem problem, Precision precision) {
        if (precision == Precision.FLOAT64) {
            return problem.sequential();
        }
        double[] states = problem.zeros();
        RecurrentCell cell = problem.cell();
        int d = cell.stateSize();
        for (int t = 1; t <= problem.length(); t++) {
            cell.step(
                    states,
                    (t - 1) * d,
                    problem.inputs(),
                    (t - 1) * cell.inputSize(),
                    states,
                    t * d);
            precision.store(states, t * d, d);
        }
        return states;
    }

    /** What is known of the network without iterating. */
    private static void facts(
            RecurrentProblem problem, double[] truth, Emitter out, StopSignal stop) {
        RecurrentCell cell = problem.cell();
        out.value("lyapunov", NetworkFacts.lyapunov(problem, truth, stop));
        out.value("norm", NetworkFacts.norm(cell));
        Optional<ComplexEigen> eigen = ComplexEigen.of(cell.stateSize(), cell.constantMatrix());
        out.value(
                "spectralRadius",
                ComplexEigen.spectralRadius(cell.stateSize(), cell.constantMatrix()));
        eigen.ifPresent(e -> out.value("condition", e.condition()));
        out.value("sequentialDepth", problem.length());
        out.value("sequentialWork", problem.length() * cell.multiplicationsPerStep());
    }

    private static void row(
            RecurrentProblem problem,
            Method method,
            SweepRun.Outcome outcome,
            int exactStates,
            Emitter out) {
        SweepCost cost = SweepCost.of(method, problem.cell());
        long work = outcome.sweeps() * cost.multiplications(problem.length());
        long sequential = problem.length() * problem.cell().multiplicationsPerStep();
        if (outcome.ending() == SweepRun.Ending.DIVERGED) {
            out.note("diverged", name(method), outcome.sweeps());
        }
        out.row(
                "methods",
                name(method),
                outcome.sweeps(),
                outcome.ending().name().toLowerCase(Locale.ROOT),
                outcome.error(),
                outcome.peak(),
                exactStates,
                outcome.sweeps() * cost.depth(problem.length()),
                work,
                (double) work / sequential);
    }

    /** The method's name in links, series and tables. */
    static String name(Method method) {
        return spaceslab.experiment.ParameterSchema.text(method);
    }
}
