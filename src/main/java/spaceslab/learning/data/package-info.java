/**
 * The data sets that pages train on and draw from: image sets, texts and shapes in the plane. They
 * enter as resources of the product (origin and licences in {@code data/README.md}) or are made by
 * rule, and leave as immutable sets with seeded batches and splits. Plain Java: no engine, no
 * framework. Each file is read once, when it is first asked for, and then shared.
 */
@NullMarked
package spaceslab.learning.data;

import org.jspecify.annotations.NullMarked;
