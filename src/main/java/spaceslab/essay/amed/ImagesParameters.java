package spaceslab.essay.amed;

import java.util.List;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;

/**
 * Of images sampled from an ideal denoiser.
 *
 * @param model whose images
 * @param solvers one row each
 * @param sample which of the noises is shown
 * @param nfe evaluations of the paths drawn in the principal plane
 * @param schedule of the stamps
 * @param rho its exponent
 * @param tMax T
 * @param tMin where sampling ends
 * @param lowerOrderFinal whether DPM-Solver++ and UniPC end with order 2 and 1
 * @param scaleBound δ, c_n lies in [1 − δ, 1 + δ]
 * @param thresholding whether DPM-Solver++ and UniPC cut D
 * @param batch samples that AMED is fitted on
 * @param seed of the noise
 */
record ImagesParameters(
        @Parameter("glyphDigits") ImageModel model,
        @Parameter(value = "euler,heun,dpmSolver2,ipndm4,deisTab3,uniPc3,amed", maxItems = 10)
                List<SolverChoice> solvers,
        @Parameter(value = "1", min = "1", max = "8", step = "1") int sample,
        @Parameter(value = "5", min = "1", max = "20", step = "1", symbol = "\\mathrm{NFE}")
                int nfe,
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
        @Parameter("true") boolean lowerOrderFinal,
        @Parameter(value = "0.01", min = "0", max = "0.2", step = "0.01", symbol = "\\delta")
                double scaleBound,
        @Parameter("false") boolean thresholding,
        @Parameter(value = "32", min = "8", max = "128", scale = Parameter.Scale.LOG) int batch,
        @Parameter(value = "1", seed = true) long seed) {
    /** r of AMED-Solver with a fixed middle. */
    private static final double FIXED_R = 0.4;

    ImagesParameters {
        solvers = List.copyOf(solvers);
        ParameterSchema.check(
                ImagesParameters.class,
                model,
                solvers,
                sample,
                nfe,
                schedule,
                rho,
                tMax,
                tMin,
                lowerOrderFinal,
                scaleBound,
                thresholding,
                batch,
                seed);
        SamplingSettings.checkEnds(tMax, tMin);
    }

    SamplingSettings settings() {
        return new SamplingSettings(
                tMax,
                tMin,
                schedule,
                rho,
                FirstStep.WHERE_ODD,
                lowerOrderFinal,
                scaleBound,
                FIXED_R,
                SamplingSettings.USUAL_TIME_BOUND,
                thresholding);
    }
}
