/**
 * "简单得令人尴尬的FSQ" (kexue.fm/archives/9826): rounding each coordinate instead of learning a codebook.
 * Levels, latent vectors and shapes of the plane enter; staircases, digits, entropies and codebooks
 * in motion leave.
 */
@NullMarked
package spaceslab.essay.fsq;

import org.jspecify.annotations.NullMarked;
