package spaceslab.essay.transformervq.training.model;

/** What a token attends to. */
public enum Reach {
    /** All tokens before it, O(n²). */
    FULL,
    /** Its own block and the one before, O(n l). */
    WINDOW,
    /** Both, and all older tokens by their codes, O(n (2l + c)). */
    CACHE
}
