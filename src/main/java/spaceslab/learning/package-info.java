/**
 * The small neural-network library that every trained page uses, on libtorch through DJL's binding.
 * {@link spaceslab.learning.Engine} alone touches the engine's internals; a {@link
 * spaceslab.learning.TensorScope} owns what a step makes; layers are small classes over {@link
 * spaceslab.learning.Tensor}s whose {@link spaceslab.learning.Weights} are drawn from seeded
 * streams; {@link spaceslab.learning.Training} is the loop. A model is a page of Java: see {@link
 * spaceslab.learning.TransformerDecoder}. docs/learning.md shows how to write one.
 */
@NullMarked
package spaceslab.learning;

import org.jspecify.annotations.NullMarked;
