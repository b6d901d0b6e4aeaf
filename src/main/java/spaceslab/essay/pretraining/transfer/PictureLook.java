package spaceslab.essay.pretraining.transfer;

import spaceslab.essay.pretraining.training.ArmRun;
import spaceslab.essay.pretraining.training.Look;
import spaceslab.essay.pretraining.training.SequenceModel;
import spaceslab.essay.pretraining.training.Sequences;
import spaceslab.experiment.Emitter;

/**
 * Looks at models whose sequences are pictures of size S.
 *
 * @param size S
 */
record PictureLook(int size) {
    /** Locality of a model: percent that a pixel takes from its four neighbours; with grids. */
    double of(ArmRun.Moment moment, SequenceModel model, Sequences test, Emitter out) {
        Look look = Look.of(model, test, this::locality);
        emit(moment.key(), look, out);
        model.positions()
                .similarity(middle())
                .ifPresentOrElse(
                        cosines -> out.grid("similarity." + moment.key(), size, size, cosines),
                        () -> {
                            if (moment == ArmRun.Moment.INITIAL) {
                                out.note("noVectors");
                            }
                        });
        return look.locality();
    }

    private int middle() {
        return size / 2 * size + size / 2;
    }

    /** Percent that goes to a pixel's neighbours left, right, above and below, over all pixels. */
    double locality(double[] shares) {
        int time = size * size;
        double sum = 0;
        for (int t = 0; t < time; t++) {
            int column = t % size;
            sum += column > 0 ? shares[t * time + t - 1] : 0;
            sum += column < size - 1 ? shares[t * time + t + 1] : 0;
            sum += t >= size ? shares[t * time + t - size] : 0;
            sum += t < time - size ? shares[t * time + t + size] : 0;
        }
        return 100 * sum / time;
    }

    /** The same where every pixel takes as much from each. */
    double uniformLocality() {
        double pairs = 4.0 * size * (size - 1);
        double time = (double) size * size;
        return 100 * pairs / time / time;
    }

    private void emit(String when, Look look, Emitter out) {
        int time = size * size;
        double[] row = new double[time];
        for (int t = 0; t < time; t++) {
            row[t] = 100 * look.shares()[middle() * time + t];
        }
        out.grid("attention." + when, size, size, row);
        look.emitByDistance(when, out);
    }
}
