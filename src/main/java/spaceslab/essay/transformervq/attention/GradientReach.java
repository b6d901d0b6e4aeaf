package spaceslab.essay.transformervq.attention;

/**
 * How many blocks back a gradient reaches, by the straight-through estimator from K̂ to K. What a
 * block reads from farther back is held constant.
 *
 * @param keyBlocks a key gets a gradient from its own block's queries and those of the next {@code
 *     keyBlocks} − 1 blocks
 * @param valueBlocks the same of a value
 */
public record GradientReach(int keyBlocks, int valueBlocks) {
    private static final int ALL = Integer.MAX_VALUE;

    /** Through everything: what a quadratic attention over K̂ would give. */
    public static final GradientReach FULL = new GradientReach(ALL, ALL);

    /**
     * Transformer-VQ's: keys only through the two window terms, since one-hot assignments and
     * codewords have no gradient; values also through the cache.
     */
    public static final GradientReach TWO_BLOCKS = new GradientReach(2, ALL);

    /** The essay's stop on U: values through the window only too. */
    public static final GradientReach TWO_BLOCKS_CACHE_STOPPED = new GradientReach(2, 2);

    /** The carried state, window included, is stopped at every block. */
    public static final GradientReach ONE_BLOCK = new GradientReach(1, 1);
}
