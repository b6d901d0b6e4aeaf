@NullMarked
package spaceslab.essay.emo.toy;

import org.jspecify.annotations.NullMarked;
