package spaceslab.numerics.quantisation;

import java.util.List;

/**
 * Numbers whose digits have different ranges: index = Σ_i digit_i · Π_{j&lt;i} L_j, the first digit
 * the fastest.
 *
 * @param levels L_i, at least 2 each; their product is below 2^31
 */
public record MixedRadix(List<Integer> levels) {
    public MixedRadix {
        levels = List.copyOf(levels);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("levels must not be empty");
        }
        long product = 1;
        for (int l : levels) {
            if (l < 2) {
                throw new IllegalArgumentException("levels (" + l + ") must be at least 2");
            }
            product *= l;
            if (product > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "product of levels " + levels + " must be below 2^31");
            }
        }
    }

    /** Π L_i. */
    public int size() {
        int size = 1;
        for (int l : levels) {
            size *= l;
        }
        return size;
    }

    /** What one step of each digit adds: 1, L_1, L_1·L_2, … */
    public int[] basis() {
        int[] basis = new int[levels.size()];
        basis[0] = 1;
        for (int i = 1; i < basis.length; i++) {
            basis[i] = basis[i - 1] * levels.get(i - 1);
        }
        return basis;
    }

    /** The number of these digits. */
    public int index(int[] digits) {
        if (digits.length != levels.size()) {
            throw new IllegalArgumentException(
                    digits.length + " digits for " + levels.size() + " levels");
        }
        int index = 0;
        for (int i = digits.length - 1; i >= 0; i--) {
            if (digits[i] < 0 || digits[i] >= levels.get(i)) {
                throw new IllegalArgumentException(
                        "digit (%d) must be between 0 and %d"
                                .formatted(digits[i], levels.get(i) - 1));
            }
            index = index * levels.get(i) + digits[i];
        }
        return index;
    }

    /** The digits of a number below {@link #size()}. */
    public int[] digits(int index) {
        if (index < 0 || index >= size()) {
            throw new IllegalArgumentException(
                    "index (" + index + ") must be between 0 and " + (size() - 1));
        }
        int[] digits = new int[levels.size()];
        int rest = index;
        for (int i = 0; i < digits.length; i++) {
            digits[i] = rest % levels.get(i);
            rest /= levels.get(i);
        }
        return digits;
    }
}
