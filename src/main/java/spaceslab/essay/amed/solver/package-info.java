/**
 * Samplers of the diffusion ODE {@code dx/dt = (x − D(x; t))/t} under the field's names, all with
 * the stamps t_0 = T > … > t_N = t_min. A score model, a schedule and noise enter; the batch at
 * every stamp leaves, and the number of evaluations that it took, counted where they happen.
 */
@NullMarked
package spaceslab.essay.amed.solver;

import org.jspecify.annotations.NullMarked;
