package spaceslab.essay.transformervq;

/** How keys are drawn. */
enum KeyDistribution {
    /** Standard normal. */
    ISOTROPIC,
    /** Around centres that are standard normal. */
    CLUSTERED
}
