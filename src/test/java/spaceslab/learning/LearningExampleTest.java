package spaceslab.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;

/** The example of docs/learning.md. */
class LearningExampleTest {
    static double train(SeededStreams streams, Emitter out, StopSignal stop) {
        try (TensorScope run = TensorScope.root(stop)) {
            Weights weights = Weights.of(streams.child(0), Precision.FLOAT32);
            Layer encoder = new Mlp(weights.within("encoder"), Activation.GELU, 2, 32, 2);
            Layer decoder = new Mlp(weights.within("decoder"), Activation.GELU, 2, 32, 2);
            Layer model =
                    x -> {
                        Tensor z = encoder.apply(x).tanh().times(2);
                        return decoder.apply(StraightThroughEstimator.of(z, z.round()));
                    };
            Adam adam = new Adam(weights, Adam.Settings.usual().decaying(0.01).clipping(1));
            Training training = new Training(300, LearningRate.cosine(1e-2, 1e-4, 300).warmUp(20));
            training.run(
                    adam,
                    step -> {
                        Tensor x = circle(streams.child(1).stream(step), 128);
                        return Losses.squaredError(model.apply(x), x);
                    },
                    (step, loss) -> {
                        if (step % 5 == 0) {
                            out.point("loss", step, loss);
                            out.progress("training", step, 300);
                        }
                    },
                    stop);
            try (TensorScope look = TensorScope.evaluation()) {
                Tensor x = circle(streams.child(2).stream(0), 1000);
                return Losses.squaredError(model.apply(x), x).item();
            }
        }
    }

    private static Tensor circle(RandomStream random, int count) {
        double[] points = new double[2 * count];
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * random.nextDouble();
            points[2 * i] = Math.cos(angle);
            points[2 * i + 1] = Math.sin(angle);
        }
        return Tensor.of(Precision.FLOAT32, points, count, 2);
    }

    @Test
    void quantisesTheCircle() {
        List<RunEvent> events = new ArrayList<>();
        double error = train(new SeededStreams(3), events::add, StopSignal.never());
        // 25 codes on the circle: 16 in a ring would leave (π/16)²/6 = 0.0064 a coordinate
        assertThat(error).isLessThan(0.03);
        assertThat(events.stream().filter(RunEvent.Points.class::isInstance)).hasSize(60);
    }
}
