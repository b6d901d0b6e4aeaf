package spaceslab.essay.nonlinearrnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spaceslab.numerics.SeededStreams;

class ContendersTest {
    private static final double TOLERANCE = 1e-5;

    @ParameterizedTest
    @EnumSource(SequenceTask.class)
    void gradientsAgreeWithCentralDifferences(SequenceTask task) {
        for (long seed = 1; seed <= 3; seed++) {
            for (SequenceModel model :
                    new SequenceModel[] {
                        new TrueRecurrence(task, 5, 0.9),
                        new FreedSweeps(task, 5, 0.9, 1),
                        new FreedSweeps(task, 5, 0.9, 3),
                        new MatrixSweeps(task, 5, 0.9, 1),
                        new MatrixSweeps(task, 5, 0.9, 3),
                        new LinearStack(task, 5, 0.9, 1),
                        new LinearStack(task, 5, 0.9, 3)
                    }) {
                assertThat(CentralDifferences.relativeError(model, task, seed))
                        .as("%s, seed %d", model.getClass().getSimpleName(), seed)
                        .isLessThan(TOLERANCE);
            }
        }
    }

    /** After T sweeps every state is exact, whatever λ: the essay's fixed point. */
    @Test
    void asManySweepsAsStepsAreTheTrueRecurrence() {
        SequenceTask task = SequenceTask.PARITY;
        int length = 9;
        SeededStreams streams = new SeededStreams(12);
        Sequence sequence = task.draw(0, length, streams.stream(99));
        TrueRecurrence rnn = new TrueRecurrence(task, 4, 0.6);
        double expected = rnn.pass().score(rnn.initial(streams), sequence).loss();
        MatrixSweeps all = new MatrixSweeps(task, 4, 0.6, length);
        assertThat(all.pass().score(all.initial(streams), sequence).loss())
                .isCloseTo(expected, within(1e-12));
        MatrixSweeps fewer = new MatrixSweeps(task, 4, 0.6, 2);
        assertThat(Math.abs(fewer.pass().score(fewer.initial(streams), sequence).loss() - expected))
                .isGreaterThan(1e-6);
    }

    /** Freed sweeps converge to y_t = P tanh(Q y_{t−1} + u_t) for every λ. */
    @Test
    void theLimitOfFreedSweepsDoesNotDependOnLambda() {
        SequenceTask task = SequenceTask.PARITY;
        int length = 9;
        SeededStreams streams = new SeededStreams(13);
        Sequence sequence = task.draw(0, length, streams.stream(99));
        FreedSweeps all = new FreedSweeps(task, 4, 0.6, length);
        double[] parameters = all.initial(streams);
        double loss = all.pass().score(parameters, sequence).loss();
        for (int i = 0; i < 4; i++) {
            parameters[i] = 0.3 * parameters[i] + 0.1;
        }
        assertThat(all.pass().score(parameters, sequence).loss()).isCloseTo(loss, within(1e-10));
    }

    @Test
    void startsAreTheEssays() {
        FreedStart start = FreedStart.of(6, 0.9, new SeededStreams(4));
        double[] p = start.p();
        double[] q = start.q();
        for (int i = 0; i < 6; i++) {
            assertThat(Math.abs(start.lambda()[i])).isLessThan(0.9);
            for (int j = 0; j < 6; j++) {
                double product = 0;
                for (int k = 0; k < 6; k++) {
                    product += p[i * 6 + k] * q[k * 6 + j];
                }
                assertThat(product).isCloseTo(i == j ? start.lambda()[i] : 0, within(1e-14));
            }
        }
    }

    @Test
    void aFreedSweepCostsWhatALayerCosts() {
        for (int n : new int[] {1, 2, 4, 8}) {
            assertThat(new FreedSweeps(SequenceTask.COPY, 8, 0.9, n).multiplications())
                    .isEqualTo(new LinearStack(SequenceTask.COPY, 8, 0.9, n).multiplications())
                    .isEqualTo(n * (2L * 64 + 16));
        }
    }

    @Test
    void adamFindsTheFootOfABowlAndRefusesOverflow() {
        double[] parameters = {3, -2};
        Adam adam = new Adam(2, 0.05, 1);
        for (int k = 0; k < 2000; k++) {
            double[] gradient = {2 * (parameters[0] - 1), 20 * (parameters[1] + 0.5)};
            assertThat(adam.step(parameters, gradient)).isTrue();
        }
        assertThat(parameters[0]).isCloseTo(1, within(1e-3));
        assertThat(parameters[1]).isCloseTo(-0.5, within(1e-3));
        double[] kept = parameters.clone();
        assertThat(adam.step(parameters, new double[] {Double.NaN, 1})).isFalse();
        assertThat(adam.step(parameters, new double[] {1, Double.POSITIVE_INFINITY})).isFalse();
        assertThat(parameters).containsExactly(kept);
    }

    /** The very first step of Adam moves every parameter by the rate, against the sign. */
    @Test
    void firstStepOfAdamIsTheRate() {
        double[] parameters = {0, 0, 0};
        new Adam(3, 0.01, 1e9).step(parameters, new double[] {5, -0.3, 1e-3});
        assertThat(parameters).containsExactly(new double[] {-0.01, 0.01, -0.01}, within(1e-6));
    }
}
