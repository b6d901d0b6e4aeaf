package spaceslab.essay.fsq;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.Extremum;
import spaceslab.numerics.quantisation.DigitDistribution;
import spaceslab.numerics.quantisation.ScalarForm;
import spaceslab.numerics.quantisation.ScalarQuantiser;
import spaceslab.numerics.quantisation.TanhQuantiser;

/** All forms with the first coordinate's levels: how evenly each uses them at which scale. */
final class FormComparison {
    private static final int SCALES = 121;
    private static final double SMALLEST = 0.05;
    private static final double LARGEST = 20;

    /** Of entropies in bits. */
    private static final double ROUNDING = 1e-12;

    private static final int COMPARED = 20_001;
    private static final int SLOPES = 121;
    private static final double REACH = 6;

    private FormComparison() {}

    static void emit(QuantiserParameters parameters, Emitter out, StopSignal stop) {
        int levels = parameters.levels().getFirst();
        out.value("sigma", parameters.sigma());
        out.value("largestBits", Math.log(levels) / Math.log(2));
        for (ScalarForm form : ScalarForm.values()) {
            stop.check();
            if (levels >= form.fewestLevels()) {
                form(form, form.of(levels), parameters, out);
            }
        }
        if (levels >= ScalarForm.TANH.fewestLevels()) {
            shifts(levels, out);
        }
    }

    private static void form(
            ScalarForm form, ScalarQuantiser q, QuantiserParameters parameters, Emitter out) {
        String name = name(form);
        double[] bins = DigitDistribution.of(q, parameters.sigma());
        double bits = DigitDistribution.entropyBits(bins);
        double[] digit = new double[bins.length];
        Arrays.setAll(digit, k -> k);
        out.points("bins." + name, digit, bins);
        out.value("entropy." + name, bits);
        if (form == parameters.form()) {
            out.value("entropyBits", bits);
        }
        double[] sigma = new double[SCALES];
        double[] entropy = new double[SCALES];
        DoubleUnaryOperator evenness =
                s -> DigitDistribution.entropyBits(DigitDistribution.of(q, s));
        for (int i = 0; i < SCALES; i++) {
            sigma[i] = SMALLEST * Math.pow(LARGEST / SMALLEST, (double) i / (SCALES - 1));
            entropy[i] = evenness.applyAsDouble(sigma[i]);
        }
        out.points("entropyOfSigma." + name, sigma, entropy);
        Extremum best = Extremum.maximum(evenness, sigma, ROUNDING);
        out.value("bestSigmaKind." + name, best.kind().word());
        if (best.found()) {
            out.value("bestSigma." + name, best.at());
        }
        double[] z = new double[SLOPES];
        Arrays.setAll(z, i -> REACH * (2.0 * i / (SLOPES - 1) - 1));
        double steepest = Extremum.maximum(q::slope, z, ROUNDING).value();
        Object bestSigma = best.found() ? (Object) best.at() : best.kind().word();
        out.row("forms", name, bits, bestSigma, best.value(), steepest);
    }

    /**
     * How far the printed shift is off, and where the essay's form at 2z differs from the paper's
     * at z.
     */
    private static void shifts(int levels, Emitter out) {
        TanhQuantiser corrected = TanhQuantiser.corrected(levels);
        TanhQuantiser published = TanhQuantiser.published(levels);
        ScalarQuantiser sigmoid = ScalarForm.SIGMOID.of(levels);
        int different = 0;
        int halved = 0;
        for (int i = 0; i < COMPARED; i++) {
            double z = REACH * (2.0 * i / (COMPARED - 1) - 1);
            different += corrected.digit(z) == published.digit(z) ? 0 : 1;
            halved += corrected.digit(z) == sigmoid.digit(2 * z) ? 0 : 1;
        }
        out.value("shiftDifference", Math.abs(corrected.shift() - published.shift()));
        out.value("shiftDisagreement", (double) different / COMPARED);
        out.value("halfInputDisagreement", (double) halved / COMPARED);
    }

    /** As in links and text keys. */
    static String name(ScalarForm form) {
        return switch (form) {
            case TANH -> "tanh";
            case TANH_PUBLISHED -> "tanhPublished";
            case SIGMOID -> "sigmoid";
            case SYMMETRIC -> "symmetric";
        };
    }
}
