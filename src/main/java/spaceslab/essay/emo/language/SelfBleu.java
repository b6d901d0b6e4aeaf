package spaceslab.essay.emo.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Self-BLEU (arXiv:1802.01886): the mean over texts of BLEU-4 (doi:10.3115/1073083.1073135) with
 * all others as references; 1 where all are the same. BLEU is the geometric mean of the shares of a
 * text's n-grams, n = 1 … 4, that a reference has (each counted at most as often as in one
 * reference), times exp(1 − r/c) where the text's length c is below the nearest reference's r.
 * Where no n-gram is met, 0.1 stands for their number (smoothing 1 of Chen and Cherry, 2014), and
 * an n above the text's length is left out. O(words + texts²).
 */
final class SelfBleu {
    private static final int LONGEST = 4;
    private static final double NONE_MET = 0.1;

    /** Over all texts, how often the text that has an n-gram most often has it, and the next. */
    private static final class Most {
        private int owner = -1;
        private int first;
        private int second;

        void add(int text, int count) {
            if (count > first) {
                second = first;
                first = count;
                owner = text;
            } else {
                second = Math.max(second, count);
            }
        }

        int without(int text) {
            return text == owner ? second : first;
        }
    }

    private final List<List<String>> texts;
    private final List<Map<List<String>, Integer>> counts = new ArrayList<>();
    private final Map<List<String>, Most> most = new HashMap<>();
    private final List<Integer> lengths = new ArrayList<>();

    private SelfBleu(List<List<String>> texts) {
        this.texts = texts;
        for (int i = 0; i < texts.size(); i++) {
            Map<List<String>, Integer> own = new HashMap<>();
            for (int n = 1; n <= LONGEST; n++) {
                Words.grams(texts.get(i), n).forEach(gram -> own.merge(gram, 1, Integer::sum));
            }
            int text = i;
            own.forEach(
                    (gram, count) -> most.computeIfAbsent(gram, g -> new Most()).add(text, count));
            counts.add(own);
            lengths.add(texts.get(i).size());
        }
        Collections.sort(lengths);
    }

    /** Of at least two texts, none empty. */
    static double of(List<List<String>> texts) {
        if (texts.size() < 2 || texts.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("self-BLEU needs two texts with words");
        }
        SelfBleu bleu = new SelfBleu(texts);
        double sum = 0;
        for (int i = 0; i < texts.size(); i++) {
            sum += bleu.bleu(i);
        }
        return sum / texts.size();
    }

    private double bleu(int text) {
        int length = texts.get(text).size();
        int orders = Math.min(LONGEST, length);
        double[] met = new double[orders + 1];
        counts.get(text)
                .forEach((gram, count) -> {
                    int others = java.util.Objects.requireNonNull(most.get(gram)).without(text);
                    met[gram.size()] += Math.min(count, others);
                });
        double logs = 0;
        for (int n = 1; n <= orders; n++) {
            logs += Math.log(Math.max(met[n], NONE_MET) / (length - n + 1));
        }
        double brevity = Math.min(0, 1 - (double) nearest(length) / length);
        return Math.exp(logs / orders + brevity);
    }

    /** The length of another text that is nearest, the shorter of two. */
    private int nearest(int length) {
        int own = Collections.binarySearch(lengths, length);
        int best = Integer.MAX_VALUE;
        for (int i = 0; i < lengths.size(); i++) {
            if (i != own && Math.abs(lengths.get(i) - length) < Math.abs(best - length)) {
                best = lengths.get(i);
            }
        }
        return best;
    }
}
