package spaceslab.learning.data;

/** The texts that language models of the site are trained on; both are in the public domain. */
public enum Texts {
    /** The King James Bible's first 1.2 MB, a verse a line, 62 different characters. */
    KING_JAMES("kjv-1200k.txt.gz", 1_300_000),
    /** 6,000 Tang quatrains of seven-character lines, a poem a line, traditional characters. */
    TANG_QUATRAINS("tang-qijue-6000.txt.gz", 700_000);

    private final DataFile file;

    Texts(String name, int longest) {
        this.file = new DataFile(name, longest);
    }

    /** The text as tokens, read once. */
    public TextCorpus corpus() {
        return switch (this) {
            case KING_JAMES -> KingJames.CORPUS;
            case TANG_QUATRAINS -> Tang.CORPUS;
        };
    }

    private static final class KingJames {
        private static final TextCorpus CORPUS = TextCorpus.of(KING_JAMES.file.text());
    }

    private static final class Tang {
        private static final TextCorpus CORPUS = TextCorpus.of(TANG_QUATRAINS.file.text());
    }
}
