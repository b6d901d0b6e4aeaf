package spaceslab.numerics;

/**
 * What a scan did, counted while it ran.
 *
 * @param compositions of two maps
 * @param multiplications of all compositions and applications
 * @param depth levels that have to wait for each other, in compositions or applications
 */
public record ScanCost(long compositions, long multiplications, long depth) {
    /** One scan after another. */
    public ScanCost plus(ScanCost other) {
        return new ScanCost(
                compositions + other.compositions,
                multiplications + other.multiplications,
                depth + other.depth);
    }
}
