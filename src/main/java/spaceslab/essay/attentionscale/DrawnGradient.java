package spaceslab.essay.attentionscale;

/**
 * What one draw of scores gives.
 *
 * @param gradients G on the grid δ, 2δ, … that is drawn
 * @param searched G on the grid that optima are looked for on
 * @param atStar G at the estimate α*
 * @param optimum its best α, +∞ when G is still largest at the search's end
 */
record DrawnGradient(double[] gradients, double[] searched, double atStar, double optimum) {}
