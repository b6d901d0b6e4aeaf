package spaceslab.essay.transformervq;

/** Where a codebook comes from. */
enum CodebookChoice {
    /** k-means on the keys, seeded by k-means++. */
    K_MEANS,
    /** Moving averages of what is assigned, from random keys on. */
    MOVING_AVERAGE,
    /** Keys drawn at random. */
    RANDOM_KEYS
}
