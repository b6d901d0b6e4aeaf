package spaceslab.learning;

import ai.djl.ndarray.types.DataType;

/** The floating-point type of a model. */
public enum Precision {
    /** 24 bits of significand; what trainings use. */
    FLOAT32(DataType.FLOAT32),
    /** 53 bits; for checks of gradients against differences. */
    FLOAT64(DataType.FLOAT64);

    private final DataType type;

    Precision(DataType type) {
        this.type = type;
    }

    DataType type() {
        return type;
    }

    static Precision of(DataType type) {
        for (Precision precision : values()) {
            if (precision.type == type) {
                return precision;
            }
        }
        throw new IllegalArgumentException("a tensor of " + type + " has no floating-point type");
    }
}
