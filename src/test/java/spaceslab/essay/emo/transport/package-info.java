@NullMarked
package spaceslab.essay.emo.transport;

import org.jspecify.annotations.NullMarked;
