/**
 * The essay's training experiments (kexue.fm/archives/9783, its last two sections), on primitive
 * arrays. A GRU is trained with the gradient of DEER (Newton forward, dual scan backward) beside
 * back-propagation through time; and n sweeps of the simple iteration are trained <em>as the
 * model</em>, beside the true RNN and a stack of "linear RNN + MLP" layers. Tasks and seeds enter;
 * loss curves, Newton iterations, multiplications and times leave.
 */
@NullMarked
package spaceslab.essay.nonlinearrnn.training;

import org.jspecify.annotations.NullMarked;
