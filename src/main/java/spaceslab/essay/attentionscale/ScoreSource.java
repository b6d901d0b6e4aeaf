package spaceslab.essay.attentionscale;

import java.util.Optional;

/** Where the scores of an exact computation come from: drawn, or the visitor's own list. */
enum ScoreSource {
    NORMAL,
    COSINE,
    LAPLACE,
    UNIFORM,
    STUDENT_T,
    OWN;

    /** The distribution drawn from, empty for the visitor's list. */
    Optional<ScoreDistribution> distribution() {
        return switch (this) {
            case NORMAL -> Optional.of(ScoreDistribution.NORMAL);
            case COSINE -> Optional.of(ScoreDistribution.COSINE);
            case LAPLACE -> Optional.of(ScoreDistribution.LAPLACE);
            case UNIFORM -> Optional.of(ScoreDistribution.UNIFORM);
            case STUDENT_T -> Optional.of(ScoreDistribution.STUDENT_T);
            case OWN -> Optional.empty();
        };
    }
}
