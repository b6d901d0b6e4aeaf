package spaceslab.essay.transformervq.training.model;

/**
 * Sizes of a gated unit.
 *
 * @param width D of the residual stream
 * @param key d_k
 * @param value d_v
 * @param block l
 * @param biased whether scores have a learned {@link LocalBias}
 * @param truncation of gradients
 */
public record UnitSettings(
        int width, int key, int value, int block, boolean biased, Truncation truncation) {}
