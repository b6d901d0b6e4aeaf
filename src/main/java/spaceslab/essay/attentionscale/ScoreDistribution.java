package spaceslab.essay.attentionscale;

/** The distributions of scores that the essay and we compare. */
enum ScoreDistribution {
    NORMAL,
    COSINE,
    LAPLACE,
    UNIFORM,
    STUDENT_T;

    /**
     * @param dimension d, used by {@link #COSINE} alone
     */
    Scores scores(int dimension) {
        return switch (this) {
            case NORMAL -> new NormalScores();
            case COSINE -> new CosineScores(dimension);
            case LAPLACE -> new LaplaceScores();
            case UNIFORM -> new UniformScores();
            case STUDENT_T -> new StudentScores();
        };
    }

    /** The scale that the essay recommends: 2.5 on scores of variance 1, about 30 on cosines. */
    double essayScale() {
        return this == COSINE ? 30 : 2.5;
    }
}
