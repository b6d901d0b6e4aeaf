package spaceslab.learning.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * A file below {@code data/} among the resources, read whole up to a stated length: a file that
 * grows beyond it (a wrong build, a compression bomb) is refused before it fills the memory.
 *
 * @param name such as {@code digits8x8.csv.gz}; unpacked where it ends in {@code .gz}
 * @param longest most bytes after unpacking
 */
record DataFile(String name, int longest) {
    /** The bytes, unpacked. */
    byte[] bytes() {
        try (InputStream in = DataFile.class.getResourceAsStream("/data/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource data/" + name);
            }
            return bounded(in);
        } catch (IOException e) {
            throw new UncheckedIOException("data/" + name, e);
        }
    }

    /** The text, UTF-8. */
    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private byte[] bounded(InputStream packed) throws IOException {
        InputStream in =
                name.endsWith(".gz")
                        ? new GZIPInputStream(new BufferedInputStream(packed))
                        : packed;
        byte[] bytes = in.readNBytes(longest);
        if (in.read() >= 0) {
            throw new IOException("data/" + name + " is longer than " + longest + " bytes");
        }
        return bytes;
    }
}
