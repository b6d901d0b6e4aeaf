@NullMarked
package spaceslab.essay.emo;

import org.jspecify.annotations.NullMarked;
