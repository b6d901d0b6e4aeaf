package spaceslab.essay.amed;

/** Image sets of the paper's table. */
public enum PublishedSet {
    CIFAR10,
    IMAGE_NET64,
    FFHQ64,
    LSUN_BEDROOM
}
