package spaceslab.essay.amed;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.essay.amed.score.Teacher;
import spaceslab.essay.amed.solver.AdamsBashforth;
import spaceslab.essay.amed.solver.Amed;
import spaceslab.essay.amed.solver.AmedBase;
import spaceslab.essay.amed.solver.AmedFit;
import spaceslab.essay.amed.solver.AmedOracle;
import spaceslab.essay.amed.solver.DpmSolver2Base;
import spaceslab.essay.amed.solver.DpmSolverMultistep;
import spaceslab.essay.amed.solver.Gits;
import spaceslab.essay.amed.solver.MiddleStep;
import spaceslab.essay.amed.solver.MultistepBase;
import spaceslab.essay.amed.solver.Sampler;
import spaceslab.essay.amed.solver.Schedule;
import spaceslab.essay.amed.solver.Solver;
import spaceslab.essay.amed.solver.Solvers;
import spaceslab.essay.amed.solver.TwoStage;
import spaceslab.essay.amed.solver.UniPc;
import spaceslab.experiment.StopSignal;

/**
 * Makes ready-to-run samplers for one model: those that need it are fitted on a training batch with
 * its exact curves, independent of the batch that is judged.
 */
final class SamplerBench {
    /** Teacher stamps of GITS, as in its paper. */
    static final int FINE_STEPS = 60;

    private static final double GITS_COEFFICIENT = 1.15;
    private static final int FIT_GRID = 13;
    private static final int FIT_REFINEMENTS = 8;
    private static final int ORACLE_GRID = 33;

    private final ScoreModel model;
    private final SamplingSettings settings;
    private final Teacher training;
    private final Teacher judged;
    private final StopSignal stop;

    /**
     * @param training what samplers are fitted on
     * @param judged what they are judged by; only the oracle may look at it
     */
    SamplerBench(
            ScoreModel model,
            SamplingSettings settings,
            Teacher training,
            Teacher judged,
            StopSignal stop) {
        this.model = model;
        this.settings = settings;
        this.training = training;
        this.judged = judged;
        this.stop = stop;
    }

    /** A sampler with exactly {@code nfe} evaluations, if there is one. */
    Optional<Sampler> sampler(SolverChoice choice, int nfe, AmedFit.Observer observer) {
        OptionalInt steps = settings.steps(choice, nfe);
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        boolean afs = settings.firstStep().replaces(choice.evaluationsPerStep(), nfe);
        double[] stamps = stamps(choice, steps.getAsInt());
        return Optional.of(
                new Sampler(
                        solver(choice, stamps, afs, observer), stamps, afs, settings.thresholds()));
    }

    /** An untrained sampler with this many steps. */
    Sampler withSteps(SolverChoice choice, int steps) {
        double[] stamps = settings.stamps(choice, steps);
        return new Sampler(
                solver(choice, stamps, false, (n, step) -> {}),
                stamps,
                false,
                settings.thresholds());
    }

    private double[] stamps(SolverChoice choice, int steps) {
        if (!choice.hasChosenStamps()) {
            return settings.stamps(choice, steps);
        }
        double[] fine = fineStamps(settings);
        return new Gits(GITS_COEFFICIENT).stamps(model, fine, training.at(fine, stop), steps, stop);
    }

    /** The stamps GITS chooses from. */
    static double[] fineStamps(SamplingSettings settings) {
        return Schedule.POLYNOMIAL.stamps(settings.start(), settings.end(), 7, FINE_STEPS);
    }

    private Solver solver(
            SolverChoice choice, double[] stamps, boolean afs, AmedFit.Observer observer) {
        boolean lowers = settings.lowersFinalOrder();
        return switch (choice) {
            case EULER, GITS_EULER -> Solvers.euler();
            case HEUN -> TwoStage.heun();
            case MIDPOINT -> TwoStage.midpoint();
            case DPM_SOLVER2 -> TwoStage.dpmSolver2(0.5);
            case IPNDM2 -> Solvers.ipndm(2);
            case IPNDM3 -> Solvers.ipndm(3);
            case IPNDM4, GITS_IPNDM4 -> Solvers.ipndm(4);
            case IPNDM_V4 -> Solvers.variableAdams(4);
            case DEIS_TAB3 -> Solvers.deisTimeAdams(4, settings.start(), settings.end());
            case DPM_PP2M -> Solvers.dpmSolverPlusPlus(2, lowers);
            case DPM_PP3M -> Solvers.dpmSolverPlusPlus(3, lowers);
            case UNI_PC2 -> new UniPc(2, UniPc.Variant.BH2, lowers);
            case UNI_PC3 -> new UniPc(3, UniPc.Variant.BH2, lowers);
            case AMED_FIXED -> Amed.fixed(stamps.length - 1, settings.fixedR(), 1);
            case AMED -> fitted(new AmedBase(), 0, stamps, afs, observer);
            case AMED_TIMED -> fitted(new AmedBase(), settings.timeBound(), stamps, afs, observer);
            case PLUGIN_DPM_SOLVER2 -> fitted(new DpmSolver2Base(), 0, stamps, afs, observer);
            case PLUGIN_IPNDM4 ->
                    fitted(
                            new MultistepBase(
                                    new AdamsBashforth(4, AdamsBashforth.Weighting.EVEN_STEPS)),
                            0,
                            stamps,
                            afs,
                            observer);
            case PLUGIN_DPM_PP3M ->
                    fitted(
                            new MultistepBase(new DpmSolverMultistep(3, true, lowers)),
                            0,
                            stamps,
                            afs,
                            observer);
            case AMED_ORACLE -> new AmedOracle(AmedFit.even(ORACLE_GRID), judged.at(stamps, stop));
        };
    }

    private Amed fitted(
            MiddleStep base,
            double timeBound,
            double[] stamps,
            boolean afs,
            AmedFit.Observer observer) {
        List<Double> grid = AmedFit.even(FIT_GRID);
        return new AmedFit(
                        base,
                        grid,
                        FIT_REFINEMENTS,
                        settings.scaleBound(),
                        timeBound,
                        settings.thresholds())
                .fit(
                        model,
                        training.noise(),
                        training.at(stamps, stop),
                        stamps,
                        afs,
                        observer,
                        stop);
    }
}
