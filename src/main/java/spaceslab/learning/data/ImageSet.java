package spaceslab.learning.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Labelled grey images of one size: size() images of height × width, each pixel a level from 0
 * (background) to {@link #white()}. Held as bytes and immutable; a network's input is made by
 * {@link #copyTo}.
 */
public final class ImageSet {
    private final int width;
    private final int height;
    private final int white;
    private final byte[] levels;
    private final byte[] labels;

    /**
     * @param width pixels of a row
     * @param height rows
     * @param white the brightest level, 1 to 255
     * @param levels of all images, row by row, unsigned
     * @param labels the class of each image
     */
    public ImageSet(int width, int height, int white, byte[] levels, byte[] labels) {
        if (width < 1 || height < 1 || white < 1 || white > 255) {
            throw new IllegalArgumentException(
                    "image size (" + width + " × " + height + ") or white (" + white + ")");
        }
        if ((long) width * height * labels.length != levels.length) {
            throw new IllegalArgumentException(
                    levels.length
                            + " levels for "
                            + labels.length
                            + " images of "
                            + width
                            + " × "
                            + height);
        }
        this.width = width;
        this.height = height;
        this.white = white;
        this.levels = levels.clone();
        this.labels = labels.clone();
    }

    /** Images. */
    public int size() {
        return labels.length;
    }

    /** Pixels of a row. */
    public int width() {
        return width;
    }

    /** Rows. */
    public int height() {
        return height;
    }

    /** Pixels of an image. */
    public int pixels() {
        return width * height;
    }

    /** The brightest possible level. */
    public int white() {
        return white;
    }

    /** The class of an image. */
    public int label(int image) {
        return labels[image];
    }

    /** The labels of all images. */
    public int[] labels() {
        return IntStream.range(0, size()).map(this::label).toArray();
    }

    /** The level of one pixel, 0 … white. */
    public int level(int image, int row, int column) {
        if (row < 0 || row >= height || column < 0 || column >= width) {
            throw new IndexOutOfBoundsException("pixel (" + row + ", " + column + ")");
        }
        return Byte.toUnsignedInt(levels[image * pixels() + row * width + column]);
    }

    /**
     * Writes one image, row by row, as numbers from −1 (level 0) to 1 (white): 2·level/white − 1.
     *
     * @param target takes pixels() numbers from {@code offset} on
     */
    public void copyTo(int image, float[] target, int offset) {
        int pixels = pixels();
        for (int i = 0; i < pixels; i++) {
            target[offset + i] = 2f * Byte.toUnsignedInt(levels[image * pixels + i]) / white - 1f;
        }
    }

    /** These images, one after the other, as {@link #copyTo} writes them. */
    public float[] batch(int[] images) {
        float[] batch = new float[Math.multiplyExact(images.length, pixels())];
        for (int i = 0; i < images.length; i++) {
            copyTo(images[i], batch, i * pixels());
        }
        return batch;
    }

    /** The set of these images, in this order. */
    public ImageSet select(int[] images) {
        byte[] chosen = new byte[Math.multiplyExact(images.length, pixels())];
        byte[] classes = new byte[images.length];
        for (int i = 0; i < images.length; i++) {
            System.arraycopy(levels, images[i] * pixels(), chosen, i * pixels(), pixels());
            classes[i] = labels[images[i]];
        }
        return new ImageSet(width, height, white, chosen, classes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImageSet set
                && width == set.width
                && height == set.height
                && white == set.white
                && Arrays.equals(levels, set.levels)
                && Arrays.equals(labels, set.labels);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(levels) + Arrays.hashCode(labels);
    }

    @Override
    public String toString() {
        return size() + " images of " + width + " × " + height;
    }
}
