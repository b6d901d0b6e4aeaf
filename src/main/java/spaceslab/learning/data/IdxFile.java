package spaceslab.learning.data;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads the IDX format of MNIST: two zero bytes, the type (8: unsigned byte), the number of
 * dimensions, each dimension as a big-endian int, then the data.
 */
final class IdxFile {
    private static final int UNSIGNED_BYTE = 8;

    private IdxFile() {}

    /** The data after the header, which must announce exactly these dimensions. */
    static byte[] read(byte[] file, int... dimensions) {
        int header = 4 + 4 * dimensions.length;
        ByteBuffer buffer = ByteBuffer.wrap(file);
        if (file.length < header
                || buffer.getShort() != 0
                || buffer.get() != UNSIGNED_BYTE
                || buffer.get() != dimensions.length) {
            throw new IllegalArgumentException("not an IDX file of unsigned bytes");
        }
        long size = 1;
        for (int dimension : dimensions) {
            int found = buffer.getInt();
            if (found != dimension) {
                throw new IllegalArgumentException(
                        "IDX dimension (" + found + ") must be " + dimension);
            }
            size *= dimension;
        }
        if (file.length - header != size) {
            throw new IllegalArgumentException(
                    "IDX file has " + (file.length - header) + " bytes for " + size);
        }
        return Arrays.copyOfRange(file, header, file.length);
    }
}
