package spaceslab.essay.fsq;

/** Where the codes begin. */
enum CodebookStart {
    /** Standard normal around the origin, wherever the data lie. */
    NORMAL,
    /** At inputs drawn far from each other (the seeds of k-means++). */
    INPUTS,
    /** At the centres of k-means. */
    K_MEANS
}
