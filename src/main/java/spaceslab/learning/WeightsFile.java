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

    private static final int MOST_WEIGHTS = 10_000;
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
     * One weight of a file.
     *
     * @param values row-major
     */
    public record Stored(String name, long[] shape, float[] values) {
        public Stored {
            shape = shape.clone();
        }

        @Override
        public long[] shape() {
            return shape.clone();
        }

        @Override
        public String toString() {
            return name + " " + Arrays.toString(shape);
        }
    }

    /**
     * Reads into weights that a model has made: names, order and shapes must be the same.
     *
     * @throws IOException where the file is damaged, of another version or of another model
     */
    public static void read(InputStream stream, Weights weights) throws IOException {
        List<Stored> stored = read(stream);
        if (stored.size() != weights.all().size()) {
            throw new IOException(
                    stored.size() + " weights, the model has " + weights.all().size());
        }
        List<double[]> values = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            Stored one = stored.get(i);
            Weights.Weight weight = weights.all().get(i);
            if (!one.name().equals(weight.name())
                    || !Arrays.equals(one.shape(), weight.tensor().shape())) {
                throw new IOException(
                        "%s, the model has %s %s"
                                .formatted(
                                        one,
                                        weight.name(),
                                        Arrays.toString(weight.tensor().shape())));
            }
            values.add(doubles(one.values()));
        }
        weights.restore(values);
    }

    /**
     * Reads what is there, for forward passes without the engine.
     *
     * @throws IOException where the file is damaged or of another version
     */
    public static List<Stored> read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new GZIPInputStream(stream));
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw new IOException("not a file of weights");
        }
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("version " + version + " of the file, " + VERSION + " expected");
        }
        int count = length(in, MOST_WEIGHTS);
        List<Stored> stored = new ArrayList<>();
        long left = LARGEST;
        for (int i = 0; i < count; i++) {
            String name = new String(exactly(in, length(in, LONGEST_NAME)), StandardCharsets.UTF_8);
            long[] shape = new long[Math.min(in.readUnsignedByte(), MOST_AXES)];
            long size = 1;
            for (int axis = 0; axis < shape.length; axis++) {
                shape[axis] = length(in, Integer.MAX_VALUE);
                size = Math.multiplyExact(size, shape[axis]);
                if (size > left) {
                    throw new IOException(name + ": more than " + LARGEST + " values in all");
                }
            }
            left -= size;
            stored.add(new Stored(name, shape, floats(in, Math.toIntExact(size))));
        }
        if (in.read() >= 0) {
            throw new IOException("bytes after the last weight");
        }
        return stored;
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        Arrays.setAll(doubles, i -> values[i]);
        return doubles;
    }

    private static int length(DataInputStream in, int most) throws IOException {
        int length = Integer.reverseBytes(in.readInt());
        if (length < 0 || length > most) {
            throw new IOException("length " + length + " must be between 0 and " + most);
        }
        return length;
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float[] values = new float[count];
        ByteBuffer.wrap(exactly(in, 4 * count))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }

    private static byte[] exactly(DataInputStream in, int count) throws IOException {
        byte[] bytes = new byte[count];
        in.readFully(bytes);
        return bytes;
    }
}
