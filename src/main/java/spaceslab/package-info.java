/** Spaces Lab: eight essays of Scientific Spaces as pages that compute. */
@NullMarked
package spaceslab;

import org.jspecify.annotations.NullMarked;
