package spaceslab.essay.fsq;

import java.util.List;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.Parameter;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Violation;
import spaceslab.numerics.quantisation.FiniteScalarQuantiser;
import spaceslab.numerics.quantisation.ScalarForm;

/**
 * Of a finite scalar quantiser without a network.
 *
 * @param form how a coordinate is bounded
 * @param levels L_i of each coordinate
 * @param z the vector whose digits are shown; missing coordinates are 0
 * @param sigma standard deviation of the normal inputs, the encoder's scale
 * @param samples inputs drawn to count the codes in use
 * @param seed of the inputs
 */
record QuantiserParameters(
        @Parameter("tanh") ScalarForm form,
        @Parameter(value = "8,5,5,5", min = "2", max = "16", maxItems = 8, symbol = "L_i")
                List<Integer> levels,
        @Parameter(value = "0.7,-0.4,1.2,0", min = "-20", max = "20", maxItems = 8, symbol = "z")
                List<Double> z,
        @Parameter(
                        value = "1",
                        min = "0.05",
                        max = "20",
                        scale = Parameter.Scale.LOG,
                        symbol = "\\sigma")
                double sigma,
        @Parameter(value = "16384", min = "100", max = "65536", scale = Parameter.Scale.LOG)
                int samples,
        @Parameter(value = "1", seed = true) long seed) {
    /** Most codes. */
    static final int LARGEST = 65_536;

    QuantiserParameters {
        levels = List.copyOf(levels);
        z = List.copyOf(z);
        ParameterSchema.check(QuantiserParameters.class, form, levels, z, sigma, samples, seed);
        long product = 1;
        for (int l : levels) {
            product *= l;
            if (l < form.fewestLevels()) {
                throw new InvalidParameters(
                        new Violation(
                                "levels",
                                ParameterSchema.text(levels),
                                "range",
                                form.fewestLevels() + " … 16"));
            }
        }
        if (product > LARGEST) {
            throw new InvalidParameters(
                    new Violation(
                            "levels", ParameterSchema.text(levels), "range", "∏ Lᵢ ≤ " + LARGEST));
        }
    }

    FiniteScalarQuantiser quantiser() {
        return new FiniteScalarQuantiser(form, levels);
    }

    /** z, filled up with zeros or cut to the number of levels. */
    double[] vector() {
        double[] vector = new double[levels.size()];
        for (int i = 0; i < Math.min(vector.length, z.size()); i++) {
            vector[i] = z.get(i);
        }
        return vector;
    }
}
