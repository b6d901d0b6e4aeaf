package spaceslab.learning.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Byte pair encoding of a text with characters as its bytes (arXiv:1508.07909): from single
 * characters, the pair of neighbours that occurs most often becomes a symbol of its own, until
 * there are as many symbols as wanted. Pairs never cross the border of a piece: a word or a run of
 * marks, each with the space before it, or the end of a line. So frequent words are one symbol and
 * no word is unknown. Immutable.
 */
public final class BytePairs {
    private static final Pattern PIECE = Pattern.compile(" ?\\p{L}+| ?[^\\p{L}\\s]+|\\s");

    private final List<String> symbols;
    private final Map<String, Integer> bySymbol;
    private final Map<Long, Integer> merges;

    private BytePairs(List<String> symbols, Map<Long, Integer> merges) {
        this.symbols = List.copyOf(symbols);
        this.merges = Map.copyOf(merges);
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < symbols.size(); i++) {
            numbers.put(symbols.get(i), i);
        }
        bySymbol = Map.copyOf(numbers);
    }

    /**
     * Learns from a text. Of pairs that occur equally often, the one with the older left, then the
     * older right symbol wins. O(size³ / 3 + pieces · size).
     *
     * @param characters has every character that will ever be encoded
     * @param text to count in
     * @param size of the vocabulary, at least the number of different characters; fewer symbols
     *     come where no pair occurs twice
     */
    public static BytePairs learn(String characters, String text, int size) {
        int[] alphabet = characters.codePoints().sorted().distinct().toArray();
        if (alphabet.length > size) {
            throw new IllegalArgumentException(
                    "size (%d) must be at least the %d characters"
                            .formatted(size, alphabet.length));
        }
        List<String> symbols = new ArrayList<>();
        for (int character : alphabet) {
            symbols.add(Character.toString(character));
        }
        return new Learning(symbols, size).of(text);
    }

    /** Symbols of the vocabulary. */
    public int size() {
        return symbols.size();
    }

    /** What a symbol stands for. */
    public String symbol(int number) {
        return symbols.get(number);
    }

    /** The symbols of a text; a character that was not there at first is refused. */
    public int[] encode(String text) {
        Map<String, int[]> known = new HashMap<>();
        int[] encoded = new int[text.length()];
        int length = 0;
        for (String piece : pieces(text)) {
            int[] part = known.computeIfAbsent(piece, this::encodePiece);
            System.arraycopy(part, 0, encoded, length, part.length);
            length += part.length;
        }
        return Arrays.copyOf(encoded, length);
    }

    /** The text of symbols. */
    public String decode(int[] encoded) {
        StringBuilder text = new StringBuilder();
        for (int number : encoded) {
            text.append(symbols.get(number));
        }
        return text.toString();
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(text);
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        return pieces;
    }

    /** Merges the pair that was learned first, as long as there is one. */
    private int[] encodePiece(String piece) {
        int[] word = characters(piece);
        while (true) {
            int first = Integer.MAX_VALUE;
            long pair = -1;
            for (int i = 0; i + 1 < word.length; i++) {
                Integer made = merges.get(pair(word[i], word[i + 1]));
                if (made != null && made < first) {
                    first = made;
                    pair = pair(word[i], word[i + 1]);
                }
            }
            if (pair < 0) {
                return word;
            }
            word = merged(word, pair, first);
        }
    }

    private int[] characters(String piece) {
        return piece.codePoints()
                .map(c -> {
                    Integer number = bySymbol.get(Character.toString(c));
                    if (number == null) {
                        throw new IllegalArgumentException(
                                "character " + Character.getName(c) + " is not in the vocabulary");
                    }
                    return number;
                })
                .toArray();
    }

    private static long pair(int left, int right) {
        return (long) left << 32 | right;
    }

    private static int[] merged(int[] word, long pair, int symbol) {
        int[] shorter = new int[word.length];
        int length = 0;
        for (int i = 0; i < word.length; i++) {
            if (i + 1 < word.length && pair(word[i], word[i + 1]) == pair) {
                shorter[length++] = symbol;
                i++;
            } else {
                shorter[length++] = word[i];
            }
        }
        return Arrays.copyOf(shorter, length);
    }

    /** The different pieces of a text, how often each occurs, and how often each pair. */
    private static final class Learning {
        private final List<String> symbols;
        private final Map<Long, Integer> merges = new HashMap<>();
        private final int size;
        private final int[] counts;

        Learning(List<String> symbols, int size) {
            this.symbols = symbols;
            this.size = size;
            counts = new int[size * size];
        }

        BytePairs of(String text) {
            Map<String, Integer> occurrences = new LinkedHashMap<>();
            pieces(text).forEach(piece -> occurrences.merge(piece, 1, Integer::sum));
            BytePairs characters = new BytePairs(symbols, Map.of());
            List<int[]> words = new ArrayList<>();
            List<Integer> times = new ArrayList<>();
            occurrences.forEach((piece, count) -> {
                words.add(characters.characters(piece));
                times.add(count);
                count(words.getLast(), count);
            });
            while (symbols.size() < size) {
                long pair = mostFrequent();
                if (pair < 0) {
                    break;
                }
                merge(pair, words, times);
            }
            return new BytePairs(symbols, merges);
        }

        private void count(int[] word, int times) {
            for (int i = 0; i + 1 < word.length; i++) {
                counts[word[i] * size + word[i + 1]] += times;
            }
        }

        private long mostFrequent() {
            int most = 1;
            long pair = -1;
            for (int left = 0; left < symbols.size(); left++) {
                for (int right = 0; right < symbols.size(); right++) {
                    if (counts[left * size + right] > most) {
                        most = counts[left * size + right];
                        pair = pair(left, right);
                    }
                }
            }
            return pair;
        }

        private void merge(long pair, List<int[]> words, List<Integer> times) {
            int made = symbols.size();
            symbols.add(symbols.get((int) (pair >> 32)) + symbols.get((int) pair));
            merges.put(pair, made);
            for (int w = 0; w < words.size(); w++) {
                int[] word = words.get(w);
                if (has(word, pair)) {
                    count(word, -times.get(w));
                    words.set(w, merged(word, pair, made));
                    count(words.get(w), times.get(w));
                }
            }
        }

        private static boolean has(int[] word, long pair) {
            int left = (int) (pair >> 32);
            int right = (int) pair;
            for (int i = 0; i + 1 < word.length; i++) {
                if (word[i] == left && word[i + 1] == right) {
                    return true;
                }
            }
            return false;
        }
    }
}
