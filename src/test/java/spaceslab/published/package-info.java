/** Tests of the published tables. */
@NullMarked
package spaceslab.published;

import org.jspecify.annotations.NullMarked;
