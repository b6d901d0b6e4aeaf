package spaceslab.essay.attentionscale;

/**
 * What one draw of scores gives.
 *
 * @param gradients G on the grid δ, 2δ, …
 * @param optimum its best α, +∞ when G is still largest at the search's end
 */
record DrawnGradient(double[] gradients, double optimum) {}
