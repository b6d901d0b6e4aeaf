package spaceslab.essay.amed;

/** Image sets of the paper's table. */
public enum PublishedSet {
    CIFAR10("cifar10", "amedTable2Cifar10"),
    IMAGE_NET64("imageNet64", "amedTable2Imagenet64"),
    FFHQ64("ffhq64", "amedTable2Ffhq64"),
    LSUN_BEDROOM("lsunBedroom", "amedTable2LsunBedroom");

    private final String key;
    private final String table;

    PublishedSet(String key, String table) {
        this.key = key;
        this.table = table;
    }

    /** Name in results. */
    String key() {
        return key;
    }

    /** The published table that has it. */
    String table() {
        return table;
    }
}
