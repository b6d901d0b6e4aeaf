/** Tests of the trainings over quantised keys. */
@org.jspecify.annotations.NullMarked
package spaceslab.essay.transformervq.training;
