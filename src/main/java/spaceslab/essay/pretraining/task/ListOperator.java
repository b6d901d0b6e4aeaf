package spaceslab.essay.pretraining.task;

import java.util.Arrays;
import java.util.Locale;

/** What a list of digits is reduced to. */
public enum ListOperator {
    /** Smallest. */
    MIN,
    /** Largest. */
    MAX,
    /** Median; of an even number the mean of the middle two, rounded down. */
    MED,
    /** Sum modulo 10. */
    SM;

    /** Lower camel case, as in tables and texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of at least one digit. */
    public int of(int[] digits) {
        return switch (this) {
            case MIN -> extreme(digits, -1);
            case MAX -> extreme(digits, 1);
            case MED -> median(digits);
            case SM -> {
                int sum = 0;
                for (int digit : digits) {
                    sum += digit;
                }
                yield sum % 10;
            }
        };
    }

    private static int extreme(int[] digits, int sign) {
        int most = digits[0];
        for (int digit : digits) {
            most = sign * digit > sign * most ? digit : most;
        }
        return most;
    }

    private static int median(int[] digits) {
        int[] sorted = digits.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
