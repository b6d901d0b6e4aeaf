/** Tests of the essay on the least a + b + c: vectors, oracle, invariants, findings, texts. */
@NullMarked
package spaceslab.essay.minimumsum;

import org.jspecify.annotations.NullMarked;
