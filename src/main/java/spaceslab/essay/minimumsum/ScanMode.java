package spaceslab.essay.minimumsum;

/** Which N a scan takes. */
enum ScanMode {
    /** Every {@code stride}-th N from {@code from} on. */
    STRIDE,
    /** {@code perDecade} random N in each power of ten. */
    RANDOM
}
