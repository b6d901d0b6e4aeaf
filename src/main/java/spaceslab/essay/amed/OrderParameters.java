package spaceslab.essay.amed;

import java.util.List;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of orders of convergence.
 *
 * @param model sampled from
 * @param dimension d, where it is free
 * @param solvers untrained ones
 * @param fixedR r of AMED-Solver with a fixed middle
 * @param coarsest fewest steps
 * @param doublings how often they are doubled
 * @param schedule of the stamps
 * @param rho its exponent
 * @param tMax T
 * @param tMin where sampling ends
 * @param exactStart whether multistep methods begin on the exact curve
 * @param lowerOrderFinal whether DPM-Solver++ and UniPC end with order 2 and 1
 * @param batch samples the error is of
 * @param seed of the noise
 */
record OrderParameters(
        @Parameter("ring") SweepModel model,
        @Parameter(
                        value = "8",
                        min = "1",
                        max = "512",
                        scale = Parameter.Scale.LOG,
                        symbol = "d",
                        when = "model=mixture|gaussian")
                int dimension,
        @Parameter(
                        value =
                                "euler,heun,midpoint,dpmSolver2,ipndm4,ipndmV4,dpmPp3m,uniPc3,amedFixed",
                        maxItems = 12)
                List<SolverChoice> solvers,
        @Parameter(value = "0.4", min = "0.05", max = "0.95", step = "0.01", symbol = "r")
                double fixedR,
        @Parameter(value = "8", min = "4", max = "64", scale = Parameter.Scale.LOG) int coarsest,
        @Parameter(value = "7", min = "2", max = "8", step = "1") int doublings,
        @Parameter("polynomial") ScheduleChoice schedule,
        @Parameter(
                        value = "7",
                        min = "0.5",
                        max = "12",
                        step = "0.5",
                        symbol = "\\rho",
                        when = "schedule=polynomial|timeUniform")
                double rho,
        @Parameter(value = "5", min = "0.5", max = "200", scale = Parameter.Scale.LOG, symbol = "T")
                double tMax,
        @Parameter(
                        value = "0.05",
                        min = "0.001",
                        max = "1",
                        scale = Parameter.Scale.LOG,
                        symbol = "t_{\\min}")
                double tMin,
        @Parameter("false") boolean exactStart,
        @Parameter("false") boolean lowerOrderFinal,
        @Parameter(value = "32", min = "1", max = "256", scale = Parameter.Scale.LOG) int batch,
        @Parameter(value = "1", seed = true) long seed) {
    OrderParameters {
        solvers = List.copyOf(solvers);
        ParameterSchema.check(
                OrderParameters.class,
                model,
                dimension,
                solvers,
                fixedR,
                coarsest,
                doublings,
                schedule,
                rho,
                tMax,
                tMin,
                exactStart,
                lowerOrderFinal,
                batch,
                seed);
        SamplingSettings.checkEnds(tMax, tMin);
        for (SolverChoice solver : solvers) {
            if (!solver.isUntrained()) {
                List<String> untrained =
                        java.util.Arrays.stream(SolverChoice.values())
                                .filter(SolverChoice::isUntrained)
                                .map(SolverChoice::key)
                                .toList();
                throw new InvalidParameters(
                        new Violation(
                                "solvers", solver.key(), "choice", String.join(", ", untrained)));
            }
        }
    }

    SamplingSettings settings() {
        return new SamplingSettings(
                tMax, tMin, schedule, rho, FirstStep.NEVER, lowerOrderFinal, 0, fixedR, 0, false);
    }

    int width() {
        return model.dimension(dimension);
    }
}
