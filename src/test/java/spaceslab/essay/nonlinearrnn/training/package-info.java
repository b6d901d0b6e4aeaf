/**
 * Tests of the training experiments: tasks against their definitions, gradients against central
 * differences, runs against their promises.
 */
@NullMarked
package spaceslab.essay.nonlinearrnn.training;

import org.jspecify.annotations.NullMarked;
