/** The trained denoiser against its formula, its gradients and its shipped weights. */
@NullMarked
package spaceslab.essay.amed.denoiser;

import org.jspecify.annotations.NullMarked;
