package spaceslab.essay.transformervq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Engine;

/** What is timed is right, and what is said of memory is what is allocated. No time is asserted. */
class CostExperimentTest {
    private static final StopSignal NEVER = StopSignal.never();

    private static CostParameters parameters(Map<String, String> differing) {
        return ParameterSchema.of(CostParameters.class).strict(differing);
    }

    @Test
    void quadraticIsWhatLibtorchComputes() {
        Assumptions.assumeTrue(Engine.availability() instanceof Engine.Availability.Ready);
        Contest contest = new Contest(300, 16, 32, 24, 40, 1);
        assertThat(contest.quadratic(NEVER).toDoubles())
                .containsExactly(contest.fused(NEVER), within(2e-6));
    }

    private static long allocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        work.run();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** Twice the tokens: more output and codes, and what each block's row of log N takes. */
    @Test
    void theLinearFormAllocatesOutputAndAConstant() {
        long dv = 64;
        Contest half = new Contest(4096, 64, 128, 64, (int) dv, 1);
        Contest whole = new Contest(8192, 64, 128, 64, (int) dv, 1);
        long growth = allocated(() -> whole.linear(NEVER)) - allocated(() -> half.linear(NEVER));
        long output = 4096 * dv * Float.BYTES;
        long codes = 4096 * Integer.BYTES;
        long perBlock = 8192;
        assertThat(growth).isBetween(output, output + codes + 4096 / 128 * perBlock);
    }

    @Test
    void bytesAreThoseOfTheBuffers() {
        CostParameters p = parameters(Map.of("longest", "4096"));
        StateSizes sizes = new StateSizes(p);
        Contest contest =
                new Contest(4096, p.codes(), p.block(), p.keySize(), p.valueSize(), p.seed());
        long output = 4096L * p.valueSize() * Float.BYTES;
        long quadratic = allocated(() -> contest.quadratic(NEVER));
        assertThat((double) sizes.quadraticBytes(4096) / quadratic).isCloseTo(1, within(0.1));
        long linear = allocated(() -> contest.linear(NEVER)) - output;
        assertThat(linear).isLessThan(2 * sizes.linearBytes());
    }

    @Test
    void workIsEqualAtTheCrossover() {
        StateSizes sizes = new StateSizes(parameters(Map.of("longest", "4096")));
        assertThat(sizes.quadraticWork(sizes.crossover()))
                .isCloseTo(sizes.linearWork(), within(1e-6));
        assertThat(sizes.crossover()).isCloseTo(2 * 128 + 128 + 1.5 * 128, within(1e-9));
    }

    @Test
    void anyBlockLengthRuns() {
        RunResult r =
                ResultRecorder.run(
                        new CostExperiment(),
                        parameters(
                                Map.of(
                                        "longest", "1000",
                                        "block", "77",
                                        "quadraticTo", "512",
                                        "codes", "100",
                                        "fused", "false")));
        assertThat(r.series("time.linear").x()).containsExactly(500, 1000);
        assertThat(r.series("time.quadratic").x()).containsExactly(500);
        assertThat(r.table("times").getLast().get(2)).isEqualTo("notTimed");
    }

    @Test
    void moreCodesThanTokensAreRefused() {
        assertThatThrownBy(() -> parameters(Map.of("longest", "512", "codes", "513")))
                .isInstanceOf(InvalidParameters.class)
                .hasMessageContaining("codes (513)");
    }

    /** The largest sizes that the form allows are within the memory budget of a run, 1 GB. */
    @Test
    void theLargestSizesFit() {
        CostParameters p =
                parameters(
                        Map.of(
                                "longest", "131072",
                                "quadraticTo", "16384",
                                "codes", "1024",
                                "block", "512",
                                "keySize", "128",
                                "valueSize", "256"));
        assertThat(new CostExperiment().cost(p).bytes()).isLessThan(1_000_000_000);
    }
}
