@NullMarked
package spaceslab.essay.emo.language;

import org.jspecify.annotations.NullMarked;
