/** How this page draws codes: their lattice, and how often each is used. */
@NullMarked
package spaceslab.essay.fsq.codes;

import org.jspecify.annotations.NullMarked;
