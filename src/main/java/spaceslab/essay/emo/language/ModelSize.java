package spaceslab.essay.emo.language;

/** The two models that come trained. */
enum ModelSize {
    /** The one that training goes on with. */
    BASE(64, 2, 2_000),
    /** A larger one that has seen more of the text, which judges samples. */
    REFERENCE(96, 3, 3_000);

    private static final int HEAD = 16;

    private final int width;
    private final int layers;
    private final int steps;

    ModelSize(int width, int layers, int steps) {
        this.width = width;
        this.layers = layers;
        this.steps = steps;
    }

    int width() {
        return width;
    }

    int heads() {
        return width / HEAD;
    }

    int layers() {
        return layers;
    }

    /** Steps of maximum likelihood that made the shipped weights. */
    int steps() {
        return steps;
    }

    /** As in names of files and text keys. */
    String key() {
        return switch (this) {
            case BASE -> "base";
            case REFERENCE -> "reference";
        };
    }

    /** What it learns from. */
    int[] text() {
        return switch (this) {
            case BASE -> BibleText.all().pretraining();
            case REFERENCE -> BibleText.all().training();
        };
    }
}
