/**
 * A small denoiser that is trained, where the rest of the essay has exact ones: EDM's
 * preconditioning around a network, its training on noise levels drawn as EDM draws them, and the
 * trained weights as a score model in plain Java. What enters are examples, what leaves is D(x; σ)
 * and how far it is from the ideal denoisers of its examples and of their density.
 */
@NullMarked
package spaceslab.essay.amed.denoiser;

import org.jspecify.annotations.NullMarked;
