package spaceslab.learning.quantisation;

import spaceslab.learning.Tensor;

/** Lets every vector pass: what a network reaches whose bottleneck is not discrete. */
public final class Unquantised implements Quantiser {
    @Override
    public int size() {
        return 0;
    }

    @Override
    public Quantised apply(Tensor z) {
        return new Quantised(z, Tensor.indices(new int[0], 0), Tensor.zeros(z.precision()));
    }

    /** There are no codes. */
    @Override
    public Tensor vectors(Tensor codes) {
        throw new UnsupportedOperationException("vectors that are not quantised have no codes");
    }
}
