package spaceslab.essay.emo.language;

/** The weights that training begins with. */
enum Start {
    /** Those that come with the product, pre-trained on the text before. */
    PRETRAINED,
    /** Drawn; the cost is still that of the pre-trained vectors. */
    SCRATCH
}
