/** What the page on quantised keys shows of each experiment. */
@NullMarked
package spaceslab.essay.transformervq.ui;

import org.jspecify.annotations.NullMarked;
