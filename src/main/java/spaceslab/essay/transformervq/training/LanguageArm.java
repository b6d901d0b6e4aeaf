package spaceslab.essay.transformervq.training;

import java.util.Arrays;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.AlternatingEmission;
import spaceslab.learning.Diverged;
import spaceslab.learning.TensorScope;
import spaceslab.numerics.SeededStreams;

/** One arm learns a text and writes, in an open root scope. */
final class LanguageArm {
    /** Held-out windows of the longest length. */
    static final int LONG_TEST = 4;

    private static final int LOOKS = 16;
    private static final int TEXTS = 4;
    private static final long WRITING = 7;

    /** The last sample is so many times as long as those before. */
    private static final int LAST_TEXT = 2;

    /**
     * How an arm ended, in bits a held-out byte.
     *
     * @param bits in windows of the training length
     * @param within at positions up to the training length, in long windows
     * @param beyond at later positions
     * @param memory numbers that writing as many bytes as a long window has carries along
     */
    record Result(AttentionArm arm, double bits, double within, double beyond, long memory) {}

    private final LanguageParameters parameters;
    private final ByteText text;
    private final AttentionArm arm;
    private final AlternatingEmission.Arm out;
    private final StopSignal stop;
    private final ByteTraining training;
    private int looks;

    LanguageArm(
            LanguageParameters parameters,
            ByteTraining.Setup setup,
            AttentionArm arm,
            AlternatingEmission.Arm out,
            StopSignal stop) {
        this.parameters = parameters;
        this.text = setup.text();
        this.arm = arm;
        this.out = out;
        this.stop = stop;
        training = new ByteTraining(setup);
        training.attend(arm, stop);
    }

    Result run() {
        int steps = parameters.steps();
        try {
            training.run(
                    new ByteTraining.Steps(3, steps, parameters.rate(), LOOKS), this::look, stop);
        } catch (Diverged diverged) {
            out.note("armDiverged", arm.key(), arm.codes(), diverged.step());
            throw diverged;
        }
        write(steps, LAST_TEXT * parameters.written());
        memory();
        double[] byPosition = longWindows();
        int n = parameters.n();
        return new Result(
                arm,
                training.heldOutBits(stop),
                mean(byPosition, 0, n),
                n == byPosition.length ? Double.NaN : mean(byPosition, n, byPosition.length),
                numbers(byPosition.length));
    }

    private void look(int step, double trained, double heldOut) {
        out.point(arm.named("trained"), step, trained);
        out.point(arm.named("heldOut"), step, heldOut);
        if (++looks % (LOOKS / TEXTS) == 0 && step < parameters.steps()) {
            write(step, parameters.written());
        }
        out.progress("language", step, parameters.steps());
        out.turn();
    }

    private void write(int step, int length) {
        SeededStreams streams = new SeededStreams(parameters.seed()).child(WRITING);
        String written =
                training.model().write(length, parameters.choice(), streams.stream(step), stop);
        out.row("written", arm.key(), arm.codes(), step, written);
    }

    /** Numbers carried after t bytes, of the memory as it is made. */
    private void memory() {
        int longest = parameters.longer() * parameters.n();
        for (int t = parameters.block(); t <= longest; t *= 2) {
            out.point(arm.named("memory"), t, numbers(t));
        }
    }

    private long numbers(int length) {
        try (TensorScope scope = TensorScope.evaluation()) {
            return training.model().units().recurrence(1, length).numbers();
        }
    }

    /** Mean bits by position in windows {@code longer} times as long, as a curve of octaves. */
    private double[] longWindows() {
        int length = parameters.longer() * parameters.n();
        double[] bits = training.model().bitsByPosition(text.test(LONG_TEST, length), 1, stop);
        for (int from = 0, to = parameters.block(); from < length; from = to, to *= 2) {
            int end = Math.min(to, length);
            out.point(arm.named("byPosition"), end, mean(bits, from, end));
        }
        return bits;
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElseThrow();
    }
}
