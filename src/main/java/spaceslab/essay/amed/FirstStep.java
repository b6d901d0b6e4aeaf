package spaceslab.essay.amed;

import java.util.OptionalInt;

/** When the first evaluation is replaced by {@code x/√(1 + T²)} (AFS). */
public enum FirstStep {
    /** Where a sampler of two evaluations a step reaches an odd number only so. */
    WHERE_ODD,
    ALWAYS,
    NEVER;

    /** Steps that take exactly {@code nfe} evaluations, or none where no number of steps does. */
    OptionalInt steps(int evaluationsPerStep, int nfe) {
        int asked = nfe + (replaces(evaluationsPerStep, nfe) ? 1 : 0);
        return asked % evaluationsPerStep == 0
                ? OptionalInt.of(asked / evaluationsPerStep)
                : OptionalInt.empty();
    }

    boolean replaces(int evaluationsPerStep, int nfe) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case WHERE_ODD -> nfe % evaluationsPerStep != 0;
        };
    }
}
