package spaceslab.essay.fsq;

import spaceslab.learning.data.PlaneShape;

/** What lies in the plane. */
enum DataShape {
    RINGS,
    MOONS,
    SPIRAL,
    BLOBS,
    /** Points that the visitor dropped. */
    OWN;

    /** The shape that is drawn at random; not for {@link #OWN}. */
    PlaneShape shape() {
        return switch (this) {
            case RINGS -> PlaneShape.RINGS;
            case MOONS -> PlaneShape.MOONS;
            case SPIRAL -> PlaneShape.SPIRAL;
            case BLOBS -> PlaneShape.BLOBS;
            case OWN -> throw new IllegalStateException("own points are not drawn");
        };
    }
}
