package spaceslab.essay.nonlinearrnn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.ComplexEigen;
import spaceslab.numerics.OrderedUnits;

/**
 * Sweeps against the gain of the weights, with what should predict them: norm, radius, exponent.
 */
final class GainSweepExperiment implements Experiment<GainSweepParameters> {
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values("largestGainConverged")
                    .series("sweeps", "lyapunov", "sweepsByLyapunov")
                    .table(
                            "settings",
                            "inputScale",
                            "gain",
                            "lyapunov",
                            "spectralRadius",
                            "norm",
                            "jacobi",
                            "fixedA",
                            "expandInput",
                            "quasi",
                            "newton",
                            "newtonWide",
                            "newtonUnit",
                            "scaleElk")
                    .table("runs", "inputScale", "gain", "method", "sweeps", "ending", "peak")
                    .build();

    private final OrderedUnits units;

    GainSweepExperiment() {
        this(OrderedUnits.onAllProcessors());
    }

    GainSweepExperiment(OrderedUnits units) {
        this.units = units;
    }

    @Override
    public String id() {
        return "gainSweep";
    }

    @Override
    public Class<GainSweepParameters> parameters() {
        return GainSweepParameters.class;
    }

    @Override
    public Mode mode(GainSweepParameters parameters) {
        return Mode.QUEUED;
    }

    /** Half the states of a run to T sweeps are frozen; both cores work. */
    @Override
    public Cost cost(GainSweepParameters p) {
        double perStep = 25.0 * p.d() + 1.2 * p.d() * p.d();
        double steps = 0.25 * p.length() * p.length() * GainVariant.values().length;
        return new Cost(
                0.05 + p.settings() * steps * perStep * 1e-9,
                8_000_000 + 16L * p.length() * p.d() * p.d());
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    private record Setting(
            double sigma,
            double gain,
            double lyapunov,
            double radius,
            double norm,
            List<SweepRun.Outcome> outcomes) {}

    @Override
    public void run(GainSweepParameters p, Emitter out, StopSignal stop) {
        double largest = 0;
        AtomicInteger done = new AtomicInteger();
        int all = p.settings();
        for (double sigma : p.inputScales()) {
            for (int from = 0; from < p.gains().size(); from += 2) {
                List<Setting> settings =
                        units.map(
                                from,
                                Math.min(p.gains().size(), from + 2),
                                () -> i -> setting(p, p.gains().get(i), sigma, stop));
                for (Setting setting : settings) {
                    emit(setting, p, out);
                    SweepRun.Outcome newton = setting.outcomes().get(GainVariant.NEWTON.ordinal());
                    if (newton.ending() == SweepRun.Ending.CONVERGED) {
                        largest = Math.max(largest, setting.gain());
                    }
                    out.progress("gains", done.incrementAndGet(), all);
                }
            }
        }
        out.value("largestGainConverged", largest);
    }

    private static Setting setting(
            GainSweepParameters p, double gain, double sigma, StopSignal stop) {
        RecurrentProblem problem =
                RandomProblem.of(CellKind.TANH, p.d(), p.length(), gain, sigma, p.seed());
        double[] truth = problem.sequential();
        SweepSettings settings = new SweepSettings(p.damping(), 1, 1, Precision.FLOAT64);
        List<SweepRun.Outcome> outcomes = new ArrayList<>();
        for (GainVariant variant : GainVariant.values()) {
            SweepRun run =
                    new SweepRun(
                            problem,
                            truth,
                            variant.clip(),
                            StoppingRule.ERROR,
                            p.tolerance(),
                            p.length());
            outcomes.add(
                    run.run(
                            settings.sweep(problem, variant.method()).orElseThrow(),
                            problem.zeros(),
                            (n, states, error, step) -> {},
                            stop));
        }
        double radius = ComplexEigen.spectralRadius(p.d(), problem.cell().constantMatrix());
        return new Setting(
                sigma,
                gain,
                NetworkFacts.lyapunov(problem, truth, stop),
                radius,
                NetworkFacts.norm(problem.cell()),
                outcomes);
    }

    private static void emit(Setting setting, GainSweepParameters p, Emitter out) {
        List<Object> cells = new ArrayList<>();
        cells.add(setting.sigma());
        cells.add(setting.gain());
        cells.add(setting.lyapunov());
        cells.add(setting.radius());
        cells.add(setting.norm());
        String sigma = "sigma" + p.inputScales().indexOf(setting.sigma());
        out.point("lyapunov." + sigma, setting.gain(), setting.lyapunov());
        for (GainVariant variant : GainVariant.values()) {
            SweepRun.Outcome outcome = setting.outcomes().get(variant.ordinal());
            String name = spaceslab.experiment.ParameterSchema.text(variant);
            boolean converged = outcome.ending() == SweepRun.Ending.CONVERGED;
            cells.add(converged ? (Object) outcome.sweeps() : "never");
            out.row(
                    "runs",
                    setting.sigma(),
                    setting.gain(),
                    name,
                    outcome.sweeps(),
                    outcome.ending().name().toLowerCase(Locale.ROOT),
                    outcome.peak());
            if (converged) {
                out.point("sweeps." + name + "-" + sigma, setting.gain(), outcome.sweeps());
                if (variant == GainVariant.NEWTON) {
                    out.point("sweepsByLyapunov." + sigma, setting.lyapunov(), outcome.sweeps());
                }
            }
        }
        out.row("settings", cells.toArray());
    }
}
