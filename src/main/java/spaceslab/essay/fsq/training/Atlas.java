package spaceslab.essay.fsq.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import spaceslab.experiment.RunEvent;
import spaceslab.numerics.quantisation.CodeUsage;

/**
 * What every code stands for: a picture whose places all hold the code is decoded, and the patch at
 * its middle shown. Codes that are rounded to are in the order of their index, a row as long as the
 * first digits come round; codes of a codebook by their use, the unused ones last. At most {@value
 * #MOST} of them.
 */
final class Atlas {
    private static final int MOST = 4096;
    private static final int LONGEST_ROW = 64;
    private static final int GAP = 1;

    private Atlas() {}

    /** As one image. */
    static RunEvent.Images of(
            String name, Tokeniser tokeniser, TrainingPlan plan, Arm arm, CodeUsage usage) {
        int size = tokeniser.quantiser().size();
        int[] order =
                arm.isScalar()
                        ? IntStream.range(0, Math.min(MOST, size)).toArray()
                        : IntStream.range(0, size)
                                .boxed()
                                .sorted(Comparator.comparingLong(code -> -usage.count(code)))
                                .limit(MOST)
                                .mapToInt(code -> code)
                                .toArray();
        int columns =
                arm.isScalar()
                        ? row(plan.quantiser().levels())
                        : (int) Math.ceil(Math.sqrt(order.length));
        return tiled(name, patches(tokeniser, plan.data(), order), plan.data().patch(), columns);
    }

    private static int row(List<Integer> levels) {
        int row = 1;
        for (int l : levels) {
            if (row * l > LONGEST_ROW) {
                break;
            }
            row *= l;
        }
        return row;
    }

    private static float[][] patches(Tokeniser tokeniser, Pictures data, int[] codes) {
        int places = data.places();
        int[] grids = new int[codes.length * places];
        for (int i = 0; i < codes.length; i++) {
            Arrays.fill(grids, i * places, (i + 1) * places, codes[i]);
        }
        float[] pictures = tokeniser.decode(grids);
        int p = data.patch();
        int corner = data.grid() / 2 * p;
        float[][] patches = new float[codes.length][p * p];
        for (int i = 0; i < codes.length; i++) {
            for (int j = 0; j < p * p; j++) {
                int pixel = (corner + j / p) * data.side() + corner + j % p;
                patches[i][j] = pictures[i * data.pixels() + pixel];
            }
        }
        return patches;
    }

    private static RunEvent.Images tiled(String name, float[][] patches, int p, int columns) {
        int rows = (patches.length + columns - 1) / columns;
        int width = columns * (p + GAP) - GAP;
        int height = rows * (p + GAP) - GAP;
        float[] levels = new float[width * height];
        for (int i = 0; i < patches.length; i++) {
            int top = i / columns * (p + GAP);
            int left = i % columns * (p + GAP);
            for (int j = 0; j < p * p; j++) {
                levels[(top + j / p) * width + left + j % p] = patches[i][j];
            }
        }
        return new RunEvent.Images(name, width, height, 1, 1, Drawings.bytes(levels));
    }
}
