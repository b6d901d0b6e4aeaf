package spaceslab.learning;

/** A function of one tensor, with or without weights. */
@FunctionalInterface
public interface Layer {
    /** Its value; the implementing class tells the shapes. */
    Tensor apply(Tensor x);

    /** This layer, then another. */
    default Layer then(Layer next) {
        return x -> next.apply(apply(x));
    }
}
