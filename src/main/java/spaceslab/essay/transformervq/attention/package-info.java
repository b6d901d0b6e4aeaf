/**
 * Attention over quantised keys in all the forms of kexue.fm/archives/9844, each beside its
 * formula: quadratic (the truth), encoder, token by token, block by block with a compressive cache,
 * and their gradients. {@code RealMatrix}es of queries, keys and values (rows are tokens) enter,
 * outputs of the same precision leave. Nothing is scaled by 1/√d_k; who wants that scales the
 * queries.
 */
@NullMarked
package spaceslab.essay.transformervq.attention;

import org.jspecify.annotations.NullMarked;
