package spaceslab.learning.data;

/**
 * A balanced part of Fashion-MNIST: 28×28 grey images of clothing in ten classes, 6,000 to train on
 * and 1,000 to test with (the first 600 and 100 of each class, in the original order). H. Xiao, K.
 * Rasul, R. Vollgraf, arXiv:1708.07747; MIT licence.
 */
public final class FashionMnist {
    private static final int SIDE = 28;
    private static final int WHITE = 255;

    private FashionMnist() {}

    /** 6,000 images, 4.7 MB. */
    public static ImageSet train() {
        return Train.SET;
    }

    /** 1,000 images. */
    public static ImageSet test() {
        return Test.SET;
    }

    private static ImageSet load(String part, int size) {
        DataFile images =
                new DataFile(
                        "fashion-mnist-" + part + size + "-images.idx3.gz",
                        size * SIDE * SIDE + 16);
        DataFile labels =
                new DataFile("fashion-mnist-" + part + size + "-labels.idx1.gz", size + 8);
        return new ImageSet(
                SIDE,
                SIDE,
                WHITE,
                IdxFile.read(images.bytes(), size, SIDE, SIDE),
                IdxFile.read(labels.bytes(), size));
    }

    private static final class Train {
        private static final ImageSet SET = load("train", 6000);
    }

    private static final class Test {
        private static final ImageSet SET = load("test", 1000);
    }
}
