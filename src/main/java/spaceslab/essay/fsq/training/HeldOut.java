package spaceslab.essay.fsq.training;

import spaceslab.numerics.quantisation.CodeUsage;

/**
 * An arm on the pictures held out.
 *
 * @param error mean squared difference of a pixel
 * @param used codes hit at least once; 0 without quantisation
 * @param perplexity of the codes; 0 without quantisation
 * @param evaluation the reconstructions and codes
 */
public record HeldOut(double error, int used, double perplexity, Tokeniser.Evaluation evaluation) {
    /** Of a tokeniser now. */
    public static HeldOut of(Tokeniser tokeniser, float[] pictures) {
        Tokeniser.Evaluation evaluation = tokeniser.evaluate(pictures);
        double sum = 0;
        for (int i = 0; i < pictures.length; i++) {
            double difference = evaluation.pictures()[i] - pictures[i];
            sum += difference * difference;
        }
        int size = tokeniser.quantiser().size();
        CodeUsage usage = CodeUsage.of(evaluation.codes(), size);
        return new HeldOut(
                sum / pictures.length,
                usage.used(),
                size == 0 ? 0 : usage.perplexity(),
                evaluation);
    }
}
