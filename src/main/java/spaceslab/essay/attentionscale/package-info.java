/**
 * The attention scale that maximises the softmax gradient (kexue.fm/archives/9812): how strongly n
 * scores s, multiplied by α before the softmax, pass a gradient, measured by half the L1 norm of
 * the Jacobian, G(α) = α(1 − Σp²). A distribution of scores and n enter; the mean-field curve and
 * its optimum α*, the exact G on drawn scores, entropies and Jacobians leave. {@code MeanField} is
 * the essay's estimate, {@code GradientGrid} and {@code GradientOptimum} are the exact values it is
 * measured against.
 */
@NullMarked
package spaceslab.essay.attentionscale;

import org.jspecify.annotations.NullMarked;
