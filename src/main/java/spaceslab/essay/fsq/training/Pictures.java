package spaceslab.essay.fsq.training;

import java.util.stream.IntStream;
import spaceslab.learning.data.FashionMnist;
import spaceslab.learning.data.GlyphDigits;
import spaceslab.learning.data.ImageSet;
import spaceslab.learning.data.OpticalDigits;
import spaceslab.learning.data.Split;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/**
 * Pictures to train on: grey levels 0 (background) … 1 in squares, each cut into a grid of square
 * patches, of which each becomes one code. Which pictures are held out does not depend on a run.
 */
public enum Pictures {
    /** Ten glyphs at every place of 16×16, of random contrast ½ … 1; 4×4 patches of 4×4. */
    GLYPHS(4, 4),
    /** Handwritten digits of 8×8; 4×4 patches of 2×2. */
    DIGITS(2, 1),
    /** Clothing of 28×28; 7×7 patches of 4×4. */
    CLOTHING(4, 1);

    private static final long SPLIT = 20_231_031;
    private static final double HELD_OUT_SHARE = 0.2;
    private static final double LEAST_CONTRAST = 0.5;

    private final int patch;
    private final int contrasts;

    Pictures(int patch, int contrasts) {
        this.patch = patch;
        this.contrasts = contrasts;
    }

    private record Parts(ImageSet train, ImageSet heldOut) {
        private static Parts of(ImageSet all) {
            Split split =
                    Split.stratified(
                            all.labels(), HELD_OUT_SHARE, new SeededStreams(SPLIT).stream(0));
            return new Parts(all.select(split.train()), all.select(split.test()));
        }
    }

    private static final class Glyphs {
        private static final Parts PARTS = Parts.of(GlyphDigits.all());
    }

    private static final class Digits {
        private static final Parts PARTS = Parts.of(OpticalDigits.all());
    }

    private Parts parts() {
        return switch (this) {
            case GLYPHS -> Glyphs.PARTS;
            case DIGITS -> Digits.PARTS;
            case CLOTHING -> new Parts(FashionMnist.train(), FashionMnist.test());
        };
    }

    /** Pixels of a side. */
    public int side() {
        return switch (this) {
            case GLYPHS -> GlyphDigits.SIDE;
            case DIGITS -> 8;
            case CLOTHING -> 28;
        };
    }

    /** Pixels of a patch's side. */
    public int patch() {
        return patch;
    }

    /** Patches of a side. */
    public int grid() {
        return side() / patch;
    }

    /** Codes of a picture, grid². */
    public int places() {
        return grid() * grid();
    }

    /** Pixels of a picture. */
    public int pixels() {
        return side() * side();
    }

    /** Pictures to train on. */
    public int trainingSize() {
        return parts().train().size();
    }

    /** Pictures to train on by index, row by row; the contrast of each is drawn. */
    public float[] training(int[] indices, RandomStream random) {
        return levels(parts().train(), indices, random);
    }

    /** Classes of the pictures to train on. */
    public int[] trainingLabels() {
        return parts().train().labels();
    }

    /** Pictures held out: the same ones in every run; of each glyph four contrasts. */
    public float[] heldOut() {
        ImageSet set = parts().heldOut();
        int[] indices =
                IntStream.range(0, contrasts * set.size()).map(i -> i % set.size()).toArray();
        return levels(set, indices, new SeededStreams(SPLIT).stream(1));
    }

    /** How many pictures {@link #heldOut} gives. */
    public int heldOutSize() {
        return contrasts * parts().heldOut().size();
    }

    /** Classes of the pictures held out, in their order. */
    public int[] heldOutLabels() {
        int[] labels = parts().heldOut().labels();
        return IntStream.range(0, heldOutSize()).map(i -> labels[i % labels.length]).toArray();
    }

    private float[] levels(ImageSet set, int[] indices, RandomStream random) {
        float[] levels = set.batch(indices);
        int pixels = set.pixels();
        for (int i = 0; i < indices.length; i++) {
            float contrast =
                    contrasts == 1
                            ? 1
                            : (float) (LEAST_CONTRAST + (1 - LEAST_CONTRAST) * random.nextDouble());
            for (int p = i * pixels; p < (i + 1) * pixels; p++) {
                levels[p] = contrast * (levels[p] + 1) / 2;
            }
        }
        return levels;
    }
}
