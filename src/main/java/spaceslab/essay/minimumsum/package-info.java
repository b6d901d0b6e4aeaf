/**
 * The essay "Minimum of a + b + c when N = ab + c" (Su Jianlin, 2023-09-20,
 * https://kexue.fm/archives/9775). A natural number N enters; its decompositions N = ab + c with
 * the least sum S = a + b + c leave, found by every algorithm of the essay and by a search that
 * ends with a proof after about 1.2 N^(1/6) candidates. The inner loops use no BigInteger: see
 * {@link spaceslab.essay.minimumsum.RootPolynomial} for the filter and {@link
 * spaceslab.essay.minimumsum.CandidateResidual} for the exact check.
 */
@NullMarked
package spaceslab.essay.minimumsum;

import org.jspecify.annotations.NullMarked;
