package spaceslab.essay.nonlinearrnn;

/** The eight runs of each network in the gain sweep. */
enum GainVariant {
    JACOBI(Method.JACOBI, Clip.OFF),
    FIXED_A(Method.FIXED_A, Clip.OFF),
    EXPAND_INPUT(Method.EXPAND_INPUT, Clip.OFF),
    QUASI(Method.QUASI, Clip.OFF),
    NEWTON(Method.NEWTON, Clip.OFF),
    NEWTON_WIDE(Method.NEWTON, Clip.WIDE),
    NEWTON_UNIT(Method.NEWTON, Clip.UNIT),
    SCALE_ELK(Method.SCALE_ELK, Clip.OFF);

    private final Method method;
    private final Clip clip;

    GainVariant(Method method, Clip clip) {
        this.method = method;
        this.clip = clip;
    }

    Method method() {
        return method;
    }

    Clip clip() {
        return clip;
    }
}
