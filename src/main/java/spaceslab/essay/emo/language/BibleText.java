package spaceslab.essay.emo.language;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import spaceslab.learning.data.BytePairs;
import spaceslab.learning.data.TextCorpus;
import spaceslab.learning.data.Texts;

/**
 * The King James text (Genesis to 2 Samuel 12) as symbols of a vocabulary that was learned from the
 * part that models are pre-trained on, and its parts by verse number: the file has no marks of
 * books. Read once.
 */
final class BibleText {
    /** Verses that the vocabulary is learned from and models are pre-trained on. */
    static final int PRETRAINING = 5_800;

    /** Verses after them that training goes on with, at most. */
    static final int CONTINUATION = 1_500;

    /** Verses after these that decide which weights are kept. */
    static final int VALIDATION = 300;

    /** Symbols of the vocabulary. */
    static final int SYMBOLS = 1_024;

    private static final BibleText ALL = read();

    private final BytePairs vocabulary;
    private final int[] symbols;

    /** Where each verse begins among the symbols, and where the last one ends. */
    private final int[] starts;

    private BibleText(BytePairs vocabulary, int[] symbols, int[] starts) {
        this.vocabulary = vocabulary;
        this.symbols = symbols;
        this.starts = starts;
    }

    static BibleText all() {
        return ALL;
    }

    private static BibleText read() {
        TextCorpus corpus = Texts.KING_JAMES.corpus();
        String text = corpus.decode(corpus.window(0, corpus.length())).strip() + "\n";
        String first = text.lines().limit(PRETRAINING).collect(Collectors.joining("\n"));
        BytePairs vocabulary = BytePairs.learn(text, first, SYMBOLS);
        int[] symbols = vocabulary.encode(text);
        int end = vocabulary.encode("\n")[0];
        IntStream ends = IntStream.range(0, symbols.length).filter(i -> symbols[i] == end);
        int[] starts = IntStream.concat(IntStream.of(0), ends.map(i -> i + 1)).toArray();
        return new BibleText(vocabulary, symbols, starts);
    }

    BytePairs vocabulary() {
        return vocabulary;
    }

    int verses() {
        return starts.length - 1;
    }

    /** What models are pre-trained on. */
    int[] pretraining() {
        return part(0, PRETRAINING);
    }

    /** The first verses of what training goes on with. */
    int[] continuation(int verses) {
        return part(PRETRAINING, PRETRAINING + verses);
    }

    /** All that models may learn from: {@link #pretraining} and {@link #continuation}. */
    int[] training() {
        return part(0, PRETRAINING + CONTINUATION);
    }

    int[] validation() {
        int from = PRETRAINING + CONTINUATION;
        return part(from, from + VALIDATION);
    }

    /** The last verses, which no model ever learns from. */
    int[] test() {
        return part(PRETRAINING + CONTINUATION + VALIDATION, verses());
    }

    private int[] part(int from, int to) {
        return Arrays.copyOfRange(symbols, starts[from], starts[to]);
    }
}
