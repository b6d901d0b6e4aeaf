@NullMarked
package spaceslab.essay.pretraining.text;

import org.jspecify.annotations.NullMarked;
