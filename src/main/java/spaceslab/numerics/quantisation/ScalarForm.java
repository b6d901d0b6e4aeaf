package spaceslab.numerics.quantisation;

import java.util.function.IntFunction;

/** The forms of finite scalar quantisation. */
public enum ScalarForm {
    /** The paper's, with the corrected shift; not for L = 2. */
    TANH(3, TanhQuantiser::corrected),
    /** The paper's as it is printed. */
    TANH_PUBLISHED(2, TanhQuantiser::published),
    /** The essay's. */
    SIGMOID(2, SigmoidQuantiser::new),
    /** The symmetric one. */
    SYMMETRIC(2, SymmetricQuantiser::new);

    private final int fewest;
    private final IntFunction<ScalarQuantiser> maker;

    ScalarForm(int fewest, IntFunction<ScalarQuantiser> maker) {
        this.fewest = fewest;
        this.maker = maker;
    }

    /** The fewest levels it is defined for. */
    public int fewestLevels() {
        return fewest;
    }

    /** With L levels. */
    public ScalarQuantiser of(int levels) {
        return maker.apply(levels);
    }
}
