/**
 * Attention whose keys are replaced by the nearest of c codewords (kexue.fm/archives/9844,
 * Transformer-VQ, arXiv:2309.16354). Sequences of queries, keys and values enter; outputs,
 * attention maps, caches, gradients, times and shares of right recalls leave. Everything that is
 * linear in the length is checked against the quadratic formula.
 */
@NullMarked
package spaceslab.essay.transformervq;

import org.jspecify.annotations.NullMarked;
