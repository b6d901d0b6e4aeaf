package spaceslab.essay.fsq;

/** How a codebook learns. */
enum CodebookMethod {
    /** Gradient steps on the codebook term of the loss. */
    GRADIENT("gradient"),
    /** Moving averages. */
    EMA("ema"),
    /** Moving averages; codes that fall out of use become inputs. */
    EMA_RESET("emaReset");

    private final String key;

    CodebookMethod(String key) {
        this.key = key;
    }

    /** As in links and names of results. */
    String key() {
        return key;
    }
}
