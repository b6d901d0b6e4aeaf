package spaceslab.essay.emo.toy;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import spaceslab.essay.emo.loss.ExpectedLoss;
import spaceslab.essay.emo.loss.Loss;
import spaceslab.essay.emo.transport.Costs;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;

/** Where the embeddings of the frozen cost come from. */
enum WordVectors {
    /** Meaning plus noise, as a good pre-trained model would have them. */
    MEANING {
        @Override
        double[][] of(Source source, StopSignal stop) {
            return source.language().vectors();
        }
    },
    /** The same vectors given to other words. */
    SHUFFLED {
        @Override
        double[][] of(Source source, StopSignal stop) {
            double[][] vectors = source.language().vectors().clone();
            for (int i = vectors.length - 1; i > 0; i--) {
                int j = (int) (source.random().nextDouble() * (i + 1));
                double[] kept = vectors[i];
                vectors[i] = vectors[j];
                vectors[j] = kept;
            }
            return vectors;
        }
    },
    /** Normal noise. */
    RANDOM {
        @Override
        double[][] of(Source source, StopSignal stop) {
            double[][] vectors = new double[source.language().words()][source.dimension()];
            for (double[] vector : vectors) {
                fill(vector, source.random());
            }
            return vectors;
        }
    },
    /**
     * From the training text alone, in word2vec's manner: positive pointwise mutual information of
     * neighbours, cut to its largest singular directions (Levy and Goldberg 2014).
     */
    CO_OCCURRENCE {
        @Override
        double[][] of(Source source, StopSignal stop) {
            return directions(mutualInformation(source.counts()), source);
        }
    },
    /** The columns of a table trained by cross entropy on the same text. */
    PRETRAINED {
        @Override
        double[][] of(Source source, StopSignal stop) {
            int words = source.language().words();
            Loss.Settings unused = new Loss.Settings(0, 0, 0, 1, 0);
            ExpectedLoss loss = new ExpectedLoss(Loss.MLE, unused, Costs.zeroOne(words));
            double[][] logits =
                    new ToyTraining(loss, source.counts(), 1)
                            .run(PRETRAINING, (step, table) -> {}, stop);
            DMatrixRMaj columns = new DMatrixRMaj(words, words);
            for (int i = 0; i < words; i++) {
                for (int j = 0; j < words; j++) {
                    columns.set(j, i, logits[i][j]);
                }
            }
            return directions(columns, source);
        }
    };

    private static final int PRETRAINING = 100;

    /**
     * What vectors may be made from.
     *
     * @param counts of the training text
     * @param dimension of the vectors
     */
    record Source(ToyLanguage language, double[][] counts, int dimension, RandomStream random) {}

    /** One row a word, none of them zero. */
    abstract double[][] of(Source source, StopSignal stop);

    private static void fill(double[] vector, RandomStream random) {
        for (int k = 0; k < vector.length; k++) {
            vector[k] = random.nextGaussian();
        }
    }

    /** max(0, ln(n_ij n / (n_i n_j))) of words (rows) and what stood before and after them. */
    private static DMatrixRMaj mutualInformation(double[][] counts) {
        int words = counts.length;
        double[] before = new double[words];
        double[] after = new double[words];
        double total = 0;
        for (int i = 0; i < words; i++) {
            for (int j = 0; j < words; j++) {
                before[i] += counts[i][j];
                after[j] += counts[i][j];
                total += counts[i][j];
            }
        }
        DMatrixRMaj information = new DMatrixRMaj(words, 2 * words);
        for (int i = 0; i < words; i++) {
            for (int j = 0; j < words; j++) {
                if (counts[i][j] > 0) {
                    double shared = Math.log(counts[i][j] * total / (before[i] * after[j]));
                    information.set(i, words + j, Math.max(0, shared));
                    information.set(j, i, Math.max(0, shared));
                }
            }
        }
        return information;
    }

    /** U √S of the largest singular values; a word without any gets a direction by lot. */
    private static double[][] directions(DMatrixRMaj matrix, Source source) {
        int words = matrix.numRows;
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(words, matrix.numCols, true, false, true);
        if (!svd.decompose(matrix.copy())) {
            throw new IllegalStateException("singular values of the word table did not converge");
        }
        DMatrixRMaj u = svd.getU(null, false);
        double[] values = svd.getSingularValues();
        int[] order =
                IntStream.range(0, values.length)
                        .boxed()
                        .sorted((a, b) -> Double.compare(values[b], values[a]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[][] vectors = new double[words][Math.min(source.dimension(), order.length)];
        for (int i = 0; i < words; i++) {
            double squares = 0;
            for (int k = 0; k < vectors[i].length; k++) {
                vectors[i][k] = u.get(i, order[k]) * Math.sqrt(values[order[k]]);
                squares += vectors[i][k] * vectors[i][k];
            }
            if (squares < 1e-12) {
                fill(vectors[i], source.random());
            }
        }
        return vectors;
    }
}
