/**
 * Which claims hold. A finding's evidence, what each of its runs said, comes with the product as
 * {@code shipped/<topic>/evidence.json}; the ledger reads it, checks that it is of this version's
 * set-ups, and decides. Nothing is computed for it at the start; whoever doubts opens a finding's
 * run, with a seed of their own.
 */
@NullMarked
package spaceslab.ledger;

import org.jspecify.annotations.NullMarked;
