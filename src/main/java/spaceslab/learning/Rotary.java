package spaceslab.learning;

/**
 * Rotary positions (arXiv:2104.09864): the pair (x_i, x_{i+d/2}) at time t is turned by the angle t
 * · base^(−2i/d), so that scores depend on distances. For [batch, head, time, d] with even d. The
 * tables belong to the scope in which they are made.
 */
public final class Rotary implements Layer {
    private final Tensor cosine;
    private final Tensor sine;

    public Rotary(Precision precision, int time, int size, double base) {
        if (size % 2 != 0) {
            throw new IllegalArgumentException("size (" + size + ") of a rotary pair must be even");
        }
        int half = size / 2;
        double[] cosines = new double[time * half];
        double[] sines = new double[time * half];
        for (int t = 0; t < time; t++) {
            for (int i = 0; i < half; i++) {
                double angle = t * Math.pow(base, -2.0 * i / size);
                cosines[t * half + i] = Math.cos(angle);
                sines[t * half + i] = Math.sin(angle);
            }
        }
        cosine = Tensor.of(precision, cosines, time, half);
        sine = Tensor.of(precision, sines, time, half);
    }

    @Override
    public Tensor apply(Tensor x) {
        Tensor[] pair = x.split(2, -1);
        long time = x.size(-2);
        Tensor c = time == cosine.size(0) ? cosine : cosine.slice(0, 0, time);
        Tensor s = time == sine.size(0) ? sine : sine.slice(0, 0, time);
        return Tensor.concat(
                -1,
                pair[0].times(c).minus(pair[1].times(s)),
                pair[1].times(c).plus(pair[0].times(s)));
    }
}
