package spaceslab.essay.amed;

import java.util.List;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of a comparison of samplers over numbers of evaluations.
 *
 * @param model sampled from
 * @param dimension d, where it is free
 * @param solvers compared
 * @param leastNfe first number of evaluations
 * @param mostNfe last
 * @param schedule of the stamps
 * @param rho its exponent
 * @param tMax T
 * @param tMin where sampling ends
 * @param firstStep AFS
 * @param lowerOrderFinal whether DPM-Solver++ and UniPC end with order 2 and 1
 * @param scaleBound δ, c_n lies in [1 − δ, 1 + δ]
 * @param fixedR r of AMED-Solver with a fixed middle
 * @param timeBound β, α_n of AMED with a time scale lies in [1 − β, 1 + β]
 * @param thresholding whether DPM-Solver++ and UniPC cut D; for images
 * @param batch samples judged, and as many to fit on
 * @param published image set whose published FID are drawn beside
 * @param seed of the noise
 */
record NfeSweepParameters(
        @Parameter("glyphDigits") SweepModel model,
        @Parameter(
                        value = "64",
                        min = "1",
                        max = "512",
                        scale = Parameter.Scale.LOG,
                        symbol = "d",
                        when = "model=mixture|gaussian")
                int dimension,
        @Parameter(
                        value =
                                "euler,heun,dpmSolver2,ipndm2,ipndm4,deisTab3,dpmPp3m,uniPc3,amed,amedOracle",
                        maxItems = 22)
                List<SolverChoice> solvers,
        @Parameter(value = "3", min = "1", max = "20", step = "1") int leastNfe,
        @Parameter(value = "10", min = "1", max = "20", step = "1") int mostNfe,
        @Parameter("eachOwn") ScheduleChoice schedule,
        @Parameter(
                        value = "7",
                        min = "0.5",
                        max = "12",
                        step = "0.5",
                        symbol = "\\rho",
                        when = "schedule=polynomial|timeUniform")
                double rho,
        @Parameter(
                        value = "80",
                        min = "0.5",
                        max = "200",
                        scale = Parameter.Scale.LOG,
                        symbol = "T")
                double tMax,
        @Parameter(
                        value = "0.002",
                        min = "0.001",
                        max = "1",
                        scale = Parameter.Scale.LOG,
                        symbol = "t_{\\min}")
                double tMin,
        @Parameter("whereOdd") FirstStep firstStep,
        @Parameter("true") boolean lowerOrderFinal,
        @Parameter(value = "0.01", min = "0", max = "0.2", step = "0.01", symbol = "\\delta")
                double scaleBound,
        @Parameter(value = "0.4", min = "0.05", max = "0.95", step = "0.01", symbol = "r")
                double fixedR,
        @Parameter(value = "0.2", min = "0", max = "0.2", step = "0.01", symbol = "\\beta")
                double timeBound,
        @Parameter(value = "false", when = "model=glyphDigits|opticalDigits|fashion|trainedDigits")
                boolean thresholding,
        @Parameter(value = "64", min = "16", max = "512", scale = Parameter.Scale.LOG) int batch,
        @Parameter("imageNet64") PublishedSet published,
        @Parameter(value = "1", seed = true) long seed) {
    /** Most coordinates of a batch: the exact curves of two batches are kept at 90 stamps. */
    private static final int MOST_COORDINATES = 131_072;

    NfeSweepParameters {
        solvers = List.copyOf(solvers);
        ParameterSchema.check(
                NfeSweepParameters.class,
                model,
                dimension,
                solvers,
                leastNfe,
                mostNfe,
                schedule,
                rho,
                tMax,
                tMin,
                firstStep,
                lowerOrderFinal,
                scaleBound,
                fixedR,
                timeBound,
                thresholding,
                batch,
                published,
                seed);
        SamplingSettings.checkEnds(tMax, tMin);
        if (mostNfe < leastNfe) {
            throw new InvalidParameters(
                    new Violation("mostNfe", "" + mostNfe, "range", leastNfe + " … 20"));
        }
        SamplingSettings.checkEvaluations(solvers, firstStep, leastNfe, mostNfe);
        int most = MOST_COORDINATES / model.dimension(dimension);
        if (batch > most) {
            throw new InvalidParameters(
                    new Violation("batch", "" + batch, "range", "16 … " + most));
        }
    }

    SamplingSettings settings() {
        return new SamplingSettings(
                tMax,
                tMin,
                schedule,
                rho,
                firstStep,
                lowerOrderFinal,
                scaleBound,
                fixedR,
                timeBound,
                thresholding && model.images().isPresent());
    }

    int width() {
        return model.dimension(dimension);
    }
}
