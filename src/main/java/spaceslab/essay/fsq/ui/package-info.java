/** What the page of finite scalar quantisation shows of each experiment. */
@NullMarked
package spaceslab.essay.fsq.ui;

import org.jspecify.annotations.NullMarked;
