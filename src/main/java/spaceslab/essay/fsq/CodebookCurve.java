package spaceslab.essay.fsq;

import java.util.Locale;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.quantisation.CodeUsage;
import spaceslab.numerics.quantisation.Codebook;

/**
 * A codebook followed over its steps, measured on all inputs before the first step and after each.
 *
 * @param last the codes after the last step
 * @param used codes in use, by step
 * @param perplexity by step
 * @param distortion mean squared distance, by step
 */
record CodebookCurve(Codebook last, double[] used, double[] perplexity, double[] distortion) {
    /** Follows a learner for a number of steps. */
    static CodebookCurve of(CodebookLearner start, int steps, Inputs inputs, StopSignal stop) {
        double[] used = new double[steps + 1];
        double[] perplexity = new double[steps + 1];
        double[] distortion = new double[steps + 1];
        CodebookLearner learner = start;
        for (int step = 0; ; step++) {
            stop.check();
            Codebook codebook = learner.codebook();
            int[] assignment = codebook.assign(inputs.vectors());
            CodeUsage usage = CodeUsage.of(assignment, codebook.size());
            used[step] = usage.used();
            perplexity[step] = usage.perplexity();
            distortion[step] = codebook.distortion(inputs.vectors(), assignment);
            if (step == steps) {
                return new CodebookCurve(codebook, used, perplexity, distortion);
            }
            learner = learner.step(inputs.batch(step), step);
        }
    }

    /** Its series, row and value, under the method's name. */
    void emit(String method, Emitter out) {
        int end = used.length - 1;
        double[] step = new double[used.length];
        java.util.Arrays.setAll(step, i -> i);
        out.points("usedCodes." + method, step, used);
        out.points("perplexityAt." + method, step, perplexity);
        out.points("distortionAt." + method, step, distortion);
        out.row("methods", method, (int) used[end], perplexity[end], distortion[end]);
        String name = method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
        out.value("codes" + name, (int) used[end]);
    }
}
