package spaceslab.essay.emo.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as words and marks, in which n-grams are counted. */
final class Words {
    private static final Pattern WORD = Pattern.compile("\\p{L}+|[^\\p{L}\\s]");

    private Words() {}

    /** In reading order, as they are written. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** All n in a row. */
    static List<List<String>> grams(List<String> words, int n) {
        List<List<String>> grams = new ArrayList<>();
        for (int i = 0; i + n <= words.size(); i++) {
            grams.add(words.subList(i, i + n));
        }
        return grams;
    }

    /**
     * Distinct-n (arXiv:1510.03055): different n-grams of all texts together over the number of
     * their n-grams; NaN where there are none.
     */
    static double distinct(List<List<String>> texts, int n) {
        Set<List<String>> different = new HashSet<>();
        int all = 0;
        for (List<String> text : texts) {
            List<List<String>> grams = grams(text, n);
            different.addAll(grams);
            all += grams.size();
        }
        return (double) different.size() / all;
    }
}
