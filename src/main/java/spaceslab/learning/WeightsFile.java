package spaceslab.learning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Trained weights as a file, gzip around:
 *
 * <pre>
 * "SLWEIGHT"   8 bytes of ASCII
 * version      1 byte, 1
 * count        int32, weights that follow
 * then each:   length of the name in bytes (int32), name (UTF-8),
 *              number of axes (1 byte), their lengths (int32 each),
 *              values row-major (float32)
 * </pre>
 *
 * All numbers are little-endian. Double precision is rounded to float32.
 */
public final class WeightsFile {
    private static final byte[] MAGIC = "SLWEIGHT".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;

    /** The most values of all weights together that are read: 256 MB. */
    private static final long LARGEST = 64_000_000;

    private static final int LONGEST_NAME = 1000;
    private static final int MOST_AXES = 8;

    private WeightsFile() {}

    /** Writes all weights; the stream stays open. */
    public static void write(Weights weights, OutputStream stream) throws IOException {
        GZIPOutputStream zipped = new GZIPOutputStream(stream);
        DataOutputStream out = new DataOutputStream(zipped);
        out.write(MAGIC);
        out.writeByte(VERSION);
        out.writeInt(Integer.reverseBytes(weights.all().size()));
        for (Weights.Weight weight : weights.all()) {
            byte[] name = weight.name().getBytes(StandardCharsets.UTF_8);
            out.writeInt(Integer.reverseBytes(name.length));
            out.write(name);
            long[] shape = weight.tensor().shape();
            out.writeByte(shape.length);
            for (long length : shape) {
                out.writeInt(Integer.reverseBytes(Math.toIntExact(length)));
            }
            float[] values = weight.tensor().toFloats();
            ByteBuffer bytes =
                    ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            out.write(bytes.array());
        }
        out.flush();
        zipped.finish();
    }

    /**
     * Reads into weights that a model has made: names, order and shapes must be the same.
     *
     * @throws IOException where the file is damaged, of another version or of another model
     */
    public static void read(InputStream stream, Weights weights) throws IOException {
        DataInputStream in = new DataInputStream(new GZIPInputStream(stream));
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw new IOException("not a file of weights");
        }
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("version " + version + " of the file, " + VERSION + " expected");
        }
        int count = Integer.reverseBytes(in.readInt());
        if (count != weights.all().size()) {
            throw new IOException(count + " weights, the model has " + weights.all().size());
        }
        if (weights.count() > LARGEST) {
            throw new IOException(weights.count() + " values, at most " + LARGEST);
        }
        List<double[]> values = new ArrayList<>();
        for (Weights.Weight weight : weights.all()) {
            String name = new String(exactly(in, length(in, LONGEST_NAME)), StandardCharsets.UTF_8);
            long[] shape = new long[Math.min(in.readUnsignedByte(), MOST_AXES)];
            for (int i = 0; i < shape.length; i++) {
                shape[i] = Integer.reverseBytes(in.readInt());
            }
            if (!name.equals(weight.name()) || !Arrays.equals(shape, weight.tensor().shape())) {
                throw new IOException(
                        "%s %s, the model has %s %s"
                                .formatted(
                                        name,
                                        Arrays.toString(shape),
                                        weight.name(),
                                        Arrays.toString(weight.tensor().shape())));
            }
            values.add(floats(in, Math.toIntExact(weight.tensor().size())));
        }
        if (in.read() >= 0) {
            throw new IOException("bytes after the last weight");
        }
        weights.restore(values);
    }

    private static int length(DataInputStream in, int most) throws IOException {
        int length = Integer.reverseBytes(in.readInt());
        if (length < 0 || length > most) {
            throw new IOException("length " + length + " must be between 0 and " + most);
        }
        return length;
    }

    private static double[] floats(DataInputStream in, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(exactly(in, 4 * count)).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = bytes.getFloat();
        }
        return values;
    }

    private static byte[] exactly(DataInputStream in, int count) throws IOException {
        byte[] bytes = new byte[count];
        in.readFully(bytes);
        return bytes;
    }
}
