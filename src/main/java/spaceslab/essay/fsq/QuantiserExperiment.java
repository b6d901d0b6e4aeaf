package spaceslab.essay.fsq;

import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.quantisation.FiniteScalarQuantiser;
import spaceslab.numerics.quantisation.MixedRadix;
import spaceslab.numerics.quantisation.ScalarQuantiser;

/**
 * A finite scalar quantiser taken apart: the staircase of one coordinate with the slope that the
 * straight-through estimator uses, how often each level occurs, the digits of a vector and the
 * lattice of all codes.
 */
final class QuantiserExperiment implements Experiment<QuantiserParameters> {
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "size",
                            "sizeBits [bit]",
                            "index",
                            "entropyBits [bit]",
                            "largestBits [bit]",
                            "used",
                            "usage",
                            "perplexity",
                            "sigma",
                            "shiftDifference",
                            "shiftDisagreement",
                            "halfInputDisagreement",
                            "bestSigma",
                            "bestSigmaKind",
                            "entropy [bit]")
                    .series(
                            "stair",
                            "position",
                            "input",
                            "slope",
                            "bins",
                            "entropyOfSigma",
                            "encoded",
                            "latticeUsed",
                            "latticeUnused",
                            "share")
                    .table(
                            "digits",
                            "coordinate",
                            "levels",
                            "z",
                            "position",
                            "digit",
                            "code",
                            "basis",
                            "contribution")
                    .table("forms", "form", "entropyBits", "bestSigma", "bestBits", "largestSlope")
                    .grids("odometer")
                    .build();

    /** Best scales were read off the points that are drawn. */
    @Override
    public int schemaVersion() {
        return 2;
    }

    @Override
    public String id() {
        return "quantiser";
    }

    @Override
    public Class<QuantiserParameters> parameters() {
        return QuantiserParameters.class;
    }

    @Override
    public Mode mode(QuantiserParameters parameters) {
        return Mode.LIVE;
    }

    @Override
    public Cost cost(QuantiserParameters parameters) {
        return Cost.small();
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(QuantiserParameters parameters, Emitter out, StopSignal stop) {
        FiniteScalarQuantiser quantiser = parameters.quantiser();
        Staircase.emit(parameters, out);
        digits(quantiser, parameters.vector(), out);
        stop.check();
        FormComparison.emit(parameters, out, stop);
        LatticeUse.emit(parameters, quantiser, out, stop);
    }

    /** The vector's digits, and the numbers around its index as an odometer shows them. */
    private static void digits(FiniteScalarQuantiser quantiser, double[] z, Emitter out) {
        MixedRadix radix = quantiser.radix();
        int[] digits = quantiser.digits(z);
        int[] basis = radix.basis();
        int index = radix.index(digits);
        out.value("size", radix.size());
        out.value("sizeBits", Math.log(radix.size()) / Math.log(2));
        out.value("index", index);
        for (int i = 0; i < digits.length; i++) {
            ScalarQuantiser q = quantiser.digit(i);
            out.row(
                    "digits",
                    i + 1,
                    q.levels(),
                    z[i],
                    q.position(z[i]),
                    digits[i],
                    q.code(digits[i]),
                    basis[i],
                    digits[i] * basis[i]);
        }
        Odometer.emit(radix, index, out);
    }
}
