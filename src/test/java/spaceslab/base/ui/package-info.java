/** Tests of the pages' own parts that need no browser. */
@NullMarked
package spaceslab.base.ui;

import org.jspecify.annotations.NullMarked;
