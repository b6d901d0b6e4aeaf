package spaceslab.essay.transformervq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spaceslab.essay.transformervq.attention.BlockRecurrence;
import spaceslab.essay.transformervq.attention.QuantisedKeys;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.ResultRecorder;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Engine;
import spaceslab.numerics.MatrixMemory;

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

    /** A contest whose buffers are counted. */
    private record Counted(Contest contest, MatrixMemory memory) {
        static Counted of(CostParameters p, int n) {
            MatrixMemory memory = MatrixMemory.counted();
            return new Counted(
                    new Contest(
                            n, p.codes(), p.block(), p.keySize(), p.valueSize(), p.seed(), memory),
                    memory);
        }

        long bytesOf(Consumer<Contest> form) {
            long before = memory.bytes();
            form.accept(contest);
            return memory.bytes() - before;
        }
    }

    /**
     * Twice the tokens: twice the output, and twice the blocks with their rows of log N and of the
     * bias. All else is as large as before.
     */
    @Test
    void theLinearFormAllocatesOutputAndAConstant() {
        CostParameters p =
                parameters(Map.of("longest", "4096", "codes", "256", "valueSize", "256"));
        long half = Counted.of(p, 2048).bytesOf(contest -> contest.linear(NEVER));
        long whole = Counted.of(p, 4096).bytesOf(contest -> contest.linear(NEVER));
        long output = 2048L * p.valueSize();
        long rows = 2048L / p.block() * (p.codes() + 2L * p.block());
        assertThat(whole - half).isEqualTo(Float.BYTES * (output + rows));
    }

    /** Codes and values of whole registers of every processor: what pads a panel is not said. */
    @ParameterizedTest
    @CsvSource({"4096,256,128,64,256", "1024,512,64,128,256", "1024,1024,16,8,256"})
    void bytesAreThoseOfTheBuffers(int n, String c, String block, String dk, String dv) {
        CostParameters p =
                parameters(
                        Map.of(
                                "longest", "4096",
                                "codes", c,
                                "block", block,
                                "keySize", dk,
                                "valueSize", dv));
        StateSizes sizes = new StateSizes(p);
        Counted counted = Counted.of(p, n);
        assertThat(counted.memory().bytes())
                .isEqualTo(
                        sizes.sequenceBytes(n)
                                - Float.BYTES * (long) n * p.valueSize()
                                + Float.BYTES * (long) p.codes() * p.keySize());
        assertThat(counted.bytesOf(contest -> contest.quadratic(NEVER)))
                .isEqualTo(sizes.quadraticBytes(n));
        long output = (long) n * p.valueSize();
        long rows = n / p.block() * (p.codes() + 2L * p.block());
        // the first blocks have nothing in the cache, and the first no block before it
        long fewer = 2L * p.codes() + p.block();
        long assigning = QuantisedKeys.bytes(p.codes(), p.keySize(), Float.BYTES);
        long attending =
                BlockRecurrence.bytes(
                        p.codes(), p.block(), p.keySize(), p.valueSize(), Float.BYTES);
        assertThat(sizes.linearBytes()).isEqualTo(Math.max(assigning, attending));
        assertThat(counted.bytesOf(contest -> contest.linear(NEVER)))
                .isEqualTo(assigning + attending + Float.BYTES * (output + rows - fewer));
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
