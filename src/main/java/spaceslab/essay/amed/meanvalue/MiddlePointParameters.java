package spaceslab.essay.amed.meanvalue;

import java.util.List;
import spaceslab.essay.amed.solver.Schedule;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;

/**
 * Of the mean value point on a Gaussian's probability flow.
 *
 * @param variances λ, eigenvalues of Σ
 * @param start T
 * @param end t_min
 * @param schedule how the stamps lie
 * @param rho its exponent
 * @param steps N
 */
record MiddlePointParameters(
        @Parameter(value = "0.25", min = "0.0001", max = "100", maxItems = 6, symbol = "\\lambda")
                List<Double> variances,
        @Parameter(
                        value = "80",
                        min = "0.01",
                        max = "1000",
                        scale = Parameter.Scale.LOG,
                        symbol = "T")
                double start,
        @Parameter(
                        value = "0.002",
                        min = "0.0001",
                        max = "100",
                        scale = Parameter.Scale.LOG,
                        symbol = "t_{\\min}")
                double end,
        @Parameter("polynomial") Schedule schedule,
        @Parameter(
                        value = "7",
                        min = "0.5",
                        max = "12",
                        step = "0.5",
                        symbol = "\\rho",
                        when = "schedule=polynomial|timeUniform")
                double rho,
        @Parameter(value = "4", min = "1", max = "8", step = "1", symbol = "N") int steps) {
    MiddlePointParameters {
        variances = List.copyOf(variances);
        ParameterSchema.check(
                MiddlePointParameters.class, variances, start, end, schedule, rho, steps);
        if (end >= start) {
            throw new InvalidParameters(
                    new Violation("end", Double.toString(end), "range", "0.0001 … < " + start));
        }
    }

    double[] stamps() {
        return schedule.stamps(start, end, rho, steps);
    }
}
