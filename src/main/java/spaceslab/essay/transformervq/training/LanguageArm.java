package spaceslab.essay.transformervq.training;

import java.util.Arrays;
import java.util.stream.Stream;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.AlternatingEmission;
import spaceslab.learning.Diverged;
import spaceslab.learning.TensorScope;
import spaceslab.numerics.SeededStreams;

/** One arm learns a text and writes, in an open root scope. */
final class LanguageArm {
    /** Held-out windows of the longest length. */
    static final int LONG_TEST = 8;

    private static final int LOOKS = 16;
    private static final int TEXTS = 4;
    private static final long WRITING = 7;

    /** The last sample is so many times as long as those before. */
    private static final int LAST_TEXT = 2;

    /**
     * How an arm ended, in bits a held-out byte.
     *
     * @param bits in windows of the training length
     * @param shortContext the last half a training window of long windows, given n bytes at most
     * @param longContext the same bytes, given all of the long window
     * @param memory numbers that writing as many bytes as a long window has carries along
     */
    record Result(
            AttentionArm arm, double bits, double shortContext, double longContext, long memory) {}

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
        int n = parameters.n();
        int length = parameters.longer() * n;
        int[][] windows = text.test(LONG_TEST, length);
        double[] all = training.model().bitsByPosition(windows, 1, stop);
        double[] lastOnly = training.model().bitsByPosition(ends(windows, n), LONG_TEST, stop);
        octaves(all);
        return new Result(
                arm,
                training.heldOutBits(stop),
                mean(lastOnly, n - n / 2, n),
                mean(all, length - n / 2, length),
                numbers(length));
    }

    /** The last n + 1 bytes of each. */
    private static int[][] ends(int[][] windows, int n) {
        return Stream.of(windows)
                .map(w -> Arrays.copyOfRange(w, w.length - n - 1, w.length))
                .toArray(int[][]::new);
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

    /** Mean bits by position in long windows, a point an octave. */
    private void octaves(double[] bits) {
        for (int from = 0, to = parameters.block(); from < bits.length; from = to, to *= 2) {
            int end = Math.min(to, bits.length);
            out.point(arm.named("byPosition"), end, mean(bits, from, end));
        }
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElseThrow();
    }
}
