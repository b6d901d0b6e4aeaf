package spaceslab.essay.transformervq;

import spaceslab.numerics.RealMatrix;

/** The precision in which all forms are computed. */
enum Rounding {
    FLOAT64,
    FLOAT32;

    RealMatrix zeros(int rows, int columns) {
        return switch (this) {
            case FLOAT64 -> RealMatrix.float64(rows, columns);
            case FLOAT32 -> RealMatrix.float32(rows, columns);
        };
    }
}
