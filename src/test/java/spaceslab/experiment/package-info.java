/**
 * Tests of the contract: parameters between record and text, numbers as people write them, and a
 * generator of random parameters for every registered experiment.
 */
@NullMarked
package spaceslab.experiment;

import org.jspecify.annotations.NullMarked;
