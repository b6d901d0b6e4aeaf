package spaceslab.essay.transformervq.attention;

import spaceslab.numerics.RealMatrix;

/** Products of single rows, summed in double precision. */
final class Scores {
    private Scores() {}

    static double dot(RealMatrix a, int i, RealMatrix b, int j) {
        double sum = 0;
        for (int k = 0; k < a.columns(); k++) {
            sum += a.at(i, k) * b.at(j, k);
        }
        return sum;
    }
}
