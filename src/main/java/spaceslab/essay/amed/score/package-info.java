/**
 * Score models whose ideal denoiser is known without training: a Gaussian, a mixture, a finite set
 * of images. Batches of noisy points enter as rows of one array; denoised points, and the exact
 * curves of the probability flow, leave.
 */
@NullMarked
package spaceslab.essay.amed.score;

import org.jspecify.annotations.NullMarked;
