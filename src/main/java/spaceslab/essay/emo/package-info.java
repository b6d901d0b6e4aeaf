/**
 * The essay on EMO, a loss made from optimal transport: transport and losses under a microscope,
 * what each loss converges to, a toy language with known probabilities, and distances between
 * distributions that stop overlapping. Parameters enter, runs leave; kexue.fm/archives/9797.
 */
@NullMarked
package spaceslab.essay.emo;

import org.jspecify.annotations.NullMarked;
