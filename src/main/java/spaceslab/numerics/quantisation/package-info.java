/**
 * Quantisers: finite scalar quantisation (each coordinate rounded to few levels) and vector
 * quantisation (nearest entry of a codebook, by gradient or moving average), with what measures
 * their use. Vectors enter, digits, indices and gradients leave. Formulas of single elements are
 * pure, so that a tensor engine can take its constants from here. Essay: kexue.fm/archives/9826;
 * paper: arXiv:2309.15505.
 */
@NullMarked
package spaceslab.numerics.quantisation;

import org.jspecify.annotations.NullMarked;
