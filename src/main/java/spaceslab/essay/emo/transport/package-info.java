/**
 * Optimal transport between two finite distributions: exactly, by the network simplex, with plan
 * and dual potentials; and with entropy, by Sinkhorn's algorithm. Masses and a matrix of costs
 * enter, a {@link spaceslab.essay.emo.transport.Coupling} leaves. The essay's loss is the special
 * case of one target, where only one plan exists.
 */
@NullMarked
package spaceslab.essay.emo.transport;

import org.jspecify.annotations.NullMarked;
