package spaceslab.essay.fsq.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import spaceslab.numerics.quantisation.MixedRadix;

/**
 * One picture as an arm's language model sees it.
 *
 * @param arm which
 * @param codes its sequence
 * @param bits what the model spends on each integer
 * @param again the picture decoded from them
 */
record GenerationExample(Arm arm, int[] codes, double[] bits, float[] again) {
    GenerationExample {
        codes = codes.clone();
        bits = bits.clone();
        again = again.clone();
    }

    @Override
    public int[] codes() {
        return codes.clone();
    }

    @Override
    public double[] bits() {
        return bits.clone();
    }

    @Override
    public float[] again() {
        return again.clone();
    }

    /** The mixed-radix digits of the integer at a place, the fastest first; "–" for a codebook. */
    String digits(int place, List<Integer> levels) {
        if (!arm.isScalar()) {
            return "–";
        }
        return Arrays.stream(new MixedRadix(levels).digits(codes[place]))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" · "));
    }
}
