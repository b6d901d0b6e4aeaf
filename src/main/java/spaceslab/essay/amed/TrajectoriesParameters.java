package spaceslab.essay.amed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import spaceslab.essay.amed.score.PlaneDensity;
import spaceslab.essay.amed.score.ScoreModel;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.PlanePoint;
import spaceslab.experiment.Violation;

/**
 * Of samplings of a density of the plane.
 *
 * @param density data
 * @param points components dropped by the visitor
 * @param weights of these, in the same order; missing ones are 1
 * @param deviation s of each component
 * @param solvers drawn and compared
 * @param nfe evaluations of each
 * @param schedule of the stamps
 * @param rho its exponent
 * @param tMax T
 * @param tMin where sampling ends
 * @param firstStep AFS
 * @param lowerOrderFinal whether DPM-Solver++ and UniPC end with order 2 and 1
 * @param scaleBound δ, c_n lies in [1 − δ, 1 + δ]
 * @param fixedR r of AMED-Solver with a fixed middle
 * @param batch trajectories that the errors are of
 * @param drawn trajectories that are drawn
 * @param seed of the noise
 */
record TrajectoriesParameters(
        @Parameter("ring") PlaneDensity density,
        @Parameter(
                        value = "-0.9:0.2,-0.4:0.9,0.6:0.7,0.9:-0.3,0.1:-0.9",
                        min = "-2",
                        max = "2",
                        maxItems = 24,
                        when = "density=own")
                List<PlanePoint> points,
        @Parameter(
                        value = "1",
                        min = "0",
                        max = "10",
                        maxItems = 24,
                        symbol = "w_k",
                        when = "density=own")
                List<Double> weights,
        @Parameter(
                        value = "0.1",
                        min = "0.01",
                        max = "1",
                        scale = Parameter.Scale.LOG,
                        symbol = "s",
                        when = "density=ring|grid|spiral|own")
                double deviation,
        @Parameter(value = "euler,dpmSolver2,ipndm4,amed", maxItems = 10)
                List<SolverChoice> solvers,
        @Parameter(value = "5", min = "1", max = "20", step = "1", symbol = "\\mathrm{NFE}")
                int nfe,
        @Parameter("polynomial") ScheduleChoice schedule,
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
        @Parameter(value = "256", min = "16", max = "1024", scale = Parameter.Scale.LOG) int batch,
        @Parameter(value = "8", min = "1", max = "64", step = "1") int drawn,
        @Parameter(value = "1", seed = true) long seed) {
    TrajectoriesParameters {
        points = List.copyOf(points);
        weights = List.copyOf(weights);
        solvers = List.copyOf(solvers);
        ParameterSchema.check(
                TrajectoriesParameters.class,
                density,
                points,
                weights,
                deviation,
                solvers,
                nfe,
                schedule,
                rho,
                tMax,
                tMin,
                firstStep,
                lowerOrderFinal,
                scaleBound,
                fixedR,
                batch,
                drawn,
                seed);
        SamplingSettings.checkEnds(tMax, tMin);
        SamplingSettings.checkEvaluations(solvers, firstStep, nfe, nfe);
        if (new HashSet<>(points).size() < points.size()) {
            throw new InvalidParameters(
                    new Violation("points", ParameterSchema.text(points), "twice", "x:y ≠ x′:y′"));
        }
        if (total(points.size(), weights) <= 0) {
            throw new InvalidParameters(
                    new Violation("weights", ParameterSchema.text(weights), "range", "Σ w > 0"));
        }
    }

    private static double total(int count, List<Double> weights) {
        double total = Math.max(0, count - weights.size());
        for (double weight : weights.subList(0, Math.min(count, weights.size()))) {
            total += weight;
        }
        return total;
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
                SamplingSettings.USUAL_TIME_BOUND,
                false);
    }

    List<double[]> own() {
        List<double[]> own = new ArrayList<>();
        points.forEach(point -> own.add(new double[] {point.x(), point.y()}));
        return own;
    }

    ScoreModel model() {
        double[] all = new double[points.size()];
        for (int k = 0; k < all.length; k++) {
            all[k] = k < weights.size() ? weights.get(k) : 1;
        }
        return density.model(own(), all, deviation);
    }
}
