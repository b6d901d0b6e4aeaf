package spaceslab.essay.amed;

import spaceslab.learning.Precision;
import spaceslab.learning.Tensor;

/**
 * One AMED step with predicted middles, as tensors: {@code s = b^r a^{1−r}}, {@code y = x + (s − a)
 * d}, {@code x_b = x + c (b − a) v(y, s)}.
 *
 * @param end x_b, rows × d
 * @param prediction r and c of each row
 */
record StudentStep(Tensor end, MiddlePredictor.Prediction prediction) {
    static StudentStep of(
            TensorMixture model,
            MiddlePredictor predictor,
            Tensor x,
            double from,
            double to,
            boolean analytical) {
        Tensor first =
                analytical
                        ? x.over(Math.sqrt(1 + from * from))
                        : model.direction(x, Tensor.full(Precision.FLOAT64, from, x.size(0), 1));
        MiddlePredictor.Prediction prediction = predictor.at(x, from, to, analytical);
        Tensor s = prediction.r().times(Math.log(to / from)).exp().times(from);
        Tensor y = x.plus(first.times(s.minus(from)));
        Tensor displacement = model.direction(y, s).times(to - from).times(prediction.c());
        return new StudentStep(x.plus(displacement), prediction);
    }
}
