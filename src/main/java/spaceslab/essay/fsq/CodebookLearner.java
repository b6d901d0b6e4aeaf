package spaceslab.essay.fsq;

import spaceslab.numerics.quantisation.Codebook;
import spaceslab.numerics.quantisation.MovingAverageCodebook;
import spaceslab.numerics.quantisation.VectorQuantisationLoss;

/** A codebook and the step that moves it. */
sealed interface CodebookLearner {
    /** The codes now. */
    Codebook codebook();

    /** After one batch; {@code step} counts from 0. */
    CodebookLearner step(double[][] batch, int step);

    /** Gradient descent on mean|e_k − sg z|². */
    record Gradient(Codebook codebook, double rate) implements CodebookLearner {
        private static final VectorQuantisationLoss LOSS = new VectorQuantisationLoss(1, 0);

        @Override
        public CodebookLearner step(double[][] batch, int step) {
            double[][] gradient = LOSS.gradientOfCodes(codebook, batch, codebook.assign(batch));
            double[][] codes = codebook.codes();
            for (int k = 0; k < codes.length; k++) {
                for (int j = 0; j < codes[k].length; j++) {
                    codes[k][j] -= rate * gradient[k][j];
                }
            }
            return new Gradient(new Codebook(codes), rate);
        }
    }

    /** Moving averages, with a reset of dead codes every {@code period} steps unless it is 0. */
    record MovingAverage(MovingAverageCodebook average, int period, double threshold, Inputs inputs)
            implements CodebookLearner {
        @Override
        public Codebook codebook() {
            return average.codebook();
        }

        @Override
        public CodebookLearner step(double[][] batch, int step) {
            MovingAverageCodebook next = average.updated(batch, average.codebook().assign(batch));
            if (period > 0 && (step + 1) % period == 0) {
                next = next.reset(batch, threshold, inputs.reset(step));
            }
            return new MovingAverage(next, period, threshold, inputs);
        }
    }

    /** The learner of a method. */
    static CodebookLearner of(
            CodebookMethod method, CollapseParameters parameters, Codebook start, Inputs inputs) {
        return switch (method) {
            case GRADIENT -> new Gradient(start, parameters.rate());
            case EMA -> average(parameters, start, 0, inputs);
            case EMA_RESET -> average(parameters, start, parameters.period(), inputs);
        };
    }

    private static MovingAverage average(
            CollapseParameters parameters, Codebook start, int period, Inputs inputs) {
        return new MovingAverage(
                MovingAverageCodebook.of(start, parameters.decay(), 0),
                period,
                parameters.threshold(),
                inputs);
    }
}
