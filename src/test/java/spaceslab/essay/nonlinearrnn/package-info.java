/** Tests of the essay on nonlinear recurrences: oracles, invariants, experiments, findings. */
@org.jspecify.annotations.NullMarked
package spaceslab.essay.nonlinearrnn;
