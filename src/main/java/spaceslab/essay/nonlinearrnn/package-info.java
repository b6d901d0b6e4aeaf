/**
 * A nonlinear recurrent network evaluated in parallel (kexue.fm/archives/9783, and DEER, arXiv
 * 2309.12252): x_t = f(x_{t−1}, u_t) is solved for all t at once by sweeps of linear recurrences, x
 * ← solution of x_t = B_t x_{t−1} + f(old x_{t−1}) − B_t (old x_{t−1}). A {@code RecurrentCell} and
 * its inputs enter; trajectories, errors, counts of sweeps, work and depth, and gradients by the
 * dual scan leave. Every method of the essay is a choice of B_t.
 */
@NullMarked
package spaceslab.essay.nonlinearrnn;

import org.jspecify.annotations.NullMarked;
