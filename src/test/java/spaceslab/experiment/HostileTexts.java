package spaceslab.experiment;

import java.util.List;
import java.util.random.RandomGenerator;

/** Texts that no honest visitor sends: mutated, huge, non-finite, scripted, right-to-left. */
public final class HostileTexts {
    private static final List<String> PIECES =
            List.of(
                    "",
                    " ",
                    "0",
                    "-0",
                    "1",
                    "-1",
                    "1e308",
                    "1e309",
                    "-1e308",
                    "1e-400",
                    "NaN",
                    "Infinity",
                    "0x1F",
                    "null",
                    "undefined",
                    "true",
                    "2^127-1",
                    "9^9999",
                    "1,2,3",
                    ",,,",
                    "1e36",
                    "１２３",
                    "<script>alert(1)</script>",
                    "\u202E\u2066abc",
                    "\u0000",
                    "../../etc/passwd",
                    "%00",
                    "%zz",
                    "{}",
                    "[]",
                    "'; drop table run; --",
                    "${jndi:ldap://x}",
                    "{0}",
                    "=1+1",
                    "\uD83D\uDE00",
                    "٣٤",
                    "é",
                    "\uFEFF1",
                    "1\n2",
                    "&count=1",
                    "#",
                    "a=b",
                    "𝟙",
                    "½",
                    "1_0",
                    "+",
                    "--",
                    "1e",
                    ".",
                    "9007199254740993",
                    "2147483648",
                    "9223372036854775808");
    private static final int[] LENGTHS = {1, 60, 512, 513, 3_000, 10_000};

    private final RandomGenerator random;

    public HostileTexts(RandomGenerator random) {
        this.random = random;
    }

    /** One text. */
    public String next() {
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        return switch (random.nextInt(5)) {
            case 0 -> piece + PIECES.get(random.nextInt(PIECES.size()));
            case 1 -> mutated(piece);
            case 2 ->
                    random.nextInt(10) == 0
                            ? (piece + "7").repeat(LENGTHS[random.nextInt(LENGTHS.length)] / 2)
                            : piece;
            default -> piece;
        };
    }

    /** None, one, or a key given twice. */
    public List<String> several() {
        return switch (random.nextInt(8)) {
            case 0 -> List.of();
            case 1 -> List.of(next(), next());
            default -> List.of(next());
        };
    }

    private String mutated(String text) {
        StringBuilder mutant = new StringBuilder(text);
        int at = random.nextInt(text.length() + 1);
        mutant.insert(at, (char) random.nextInt(0xD7FF));
        return mutant.toString();
    }
}
