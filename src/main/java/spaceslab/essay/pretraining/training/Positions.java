package spaceslab.essay.pretraining.training;

/** How attention is told where a token stands. */
public enum Positions {
    /** A vector for each position, learned: nothing is known of who is near whom. */
    LEARNED,
    /** Fixed sines and cosines of the position in the sequence (arXiv:1706.03762). */
    SINUSOIDAL,
    /** Queries and keys turned by the position in the sequence (arXiv:2104.09864). */
    ROTARY,
    /** A learned vector for the row and one for the column: the picture is known from the start. */
    GRID
}
