package spaceslab.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BytePairsTest {
    /** "ab" four times, then " ab" twice; after that no pair occurs twice. */
    @Test
    void mergesTheMostFrequentPairFirst() {
        BytePairs pairs = BytePairs.learn("ab c\n", "ab ab\naba aba", 8);
        assertThat(pairs.size()).isEqualTo(7);
        assertThat(pairs.symbol(5)).isEqualTo("ab");
        assertThat(pairs.symbol(6)).isEqualTo(" ab");
        assertThat(pairs.encode("ab")).containsExactly(5);
        assertThat(pairs.encode("ba")).containsExactly(3, 2);
        assertThat(pairs.encode(" abc")).containsExactly(6, 4);
    }

    @Test
    void stopsWhereNoPairOccursTwice() {
        assertThat(BytePairs.learn("abc", "abc", 20).size()).isEqualTo(3);
    }

    @Test
    void pairsDoNotCrossWords() {
        BytePairs pairs = BytePairs.learn("a,\n ", "a,a,a,a, a\na\na\n", 30);
        for (int i = 4; i < pairs.size(); i++) {
            assertThat(pairs.symbol(i)).isIn(" a", " ,");
        }
    }

    @Test
    void everyTextComesBack() {
        TextCorpus corpus = Texts.KING_JAMES.corpus();
        String text = corpus.decode(corpus.window(0, 60_000));
        String all = corpus.decode(corpus.window(0, corpus.length()));
        BytePairs pairs = BytePairs.learn(all, text, 400);
        String other = corpus.decode(corpus.window(600_000, 50_000));
        int[] encoded = pairs.encode(other);
        assertThat(pairs.decode(encoded)).isEqualTo(other);
        assertThat(encoded.length).isLessThan(other.length() / 2);
        assertThat(Arrays.stream(encoded)).allMatch(i -> i >= 0 && i < 400);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BytePairs.learn("abc", "abc", 2))
                .withMessage("size (2) must be at least the 3 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BytePairs.learn("abc", "abc", 5).encode("abd"))
                .withMessage("character LATIN SMALL LETTER D is not in the vocabulary");
    }
}
