package spaceslab.essay.fsq.training;

import spaceslab.numerics.quantisation.CodeUsage;

/**
 * An arm on the pictures held out.
 *
 * @param error mean squared difference of a pixel
 * @param usage of the codes; of none without quantisation
 * @param evaluation the reconstructions and codes
 */
public record HeldOut(double error, CodeUsage usage, Tokeniser.Evaluation evaluation) {
    /** Of a tokeniser now. */
    public static HeldOut of(Tokeniser tokeniser, float[] pictures) {
        Tokeniser.Evaluation evaluation = tokeniser.evaluate(pictures);
        return new HeldOut(
                TokenisedPictures.error(evaluation.pictures(), pictures),
                CodeUsage.of(evaluation.codes(), tokeniser.quantiser().size()),
                evaluation);
    }

    /** Codes hit at least once; 0 without quantisation. */
    public int used() {
        return usage.used();
    }

    /** Of the codes; 0 without quantisation. */
    public double perplexity() {
        return evaluation.codes().length == 0 ? 0 : usage.perplexity();
    }
}
