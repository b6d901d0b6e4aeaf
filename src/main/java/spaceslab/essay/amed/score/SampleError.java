package spaceslab.essay.amed.score;

/** How far samples are from where the exact curves are. */
public final class SampleError {
    private SampleError() {}

    /** √ of the mean square over all coordinates; infinite where a sample is not finite. */
    public static double rootMeanSquare(double[] x, double[] exact) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double difference = x[i] - exact[i];
            sum += difference * difference;
        }
        double error = Math.sqrt(sum / x.length);
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }

    /** Part of the rows whose distance from the exact end is at most {@code radius}. */
    public static double within(double[] x, double[] exact, int dimension, double radius) {
        int close = 0;
        for (int row = 0; row < x.length; row += dimension) {
            double square = 0;
            for (int i = row; i < row + dimension; i++) {
                square += (x[i] - exact[i]) * (x[i] - exact[i]);
            }
            close += square <= radius * radius ? 1 : 0;
        }
        return (double) close * dimension / x.length;
    }
}
