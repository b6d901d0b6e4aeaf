package spaceslab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import spaceslab.experiment.Budget;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.Seeds;
import spaceslab.experiment.StopSignal;

class EventCodecTest {
    private static final double[] EDGES = {
        0.0,
        -0.0,
        1,
        -1e-300,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        0.1,
        1e15,
        1e16,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };
    private static final List<Object> CELLS =
            List.of(
                    "text \u0000 \"'<\u4e2d\ud83d\ude00",
                    "NaN",
                    "",
                    true,
                    false,
                    7,
                    Integer.MIN_VALUE,
                    7L,
                    Long.MAX_VALUE,
                    new BigInteger("123456789012345678901234567890123456789012345678901234567890"),
                    BigInteger.ZERO,
                    0.0,
                    -0.0,
                    3.0,
                    Double.NaN,
                    Double.NEGATIVE_INFINITY,
                    Double.MIN_VALUE);

    private static List<RunEvent> everyKind() {
        List<RunEvent> events = new ArrayList<>();
        events.add(new RunEvent.Progress("phase", -0.0, Double.POSITIVE_INFINITY));
        events.add(new RunEvent.Points("s", EDGES, EDGES));
        events.add(new RunEvent.Points("s", EDGES, EDGES, EDGES, EDGES));
        events.add(new RunEvent.Points("empty", new double[0], new double[0]));
        events.add(new RunEvent.Grid("g", 3, 4, EDGES, List.of(), List.of()));
        events.add(
                new RunEvent.Grid(
                        "g", 3, 4, EDGES, List.of("a", "b", "\u03b1", ""), List.of("1", "2", "3")));
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        events.add(new RunEvent.Images("i", 8, 8, 1, 4, bytes));
        events.add(new RunEvent.Row("t", CELLS));
        CELLS.forEach(cell -> events.add(new RunEvent.Value("v", cell)));
        events.add(new RunEvent.Note("n", CELLS));
        events.add(new RunEvent.Restarted(3));
        events.add(new RunEvent.Ended(new Outcome.Finished()));
        for (StopSignal.Reason reason : StopSignal.Reason.values()) {
            events.add(new RunEvent.Ended(new Outcome.Stopped(reason)));
        }
        events.add(new RunEvent.Ended(new Outcome.Failed("0123456789ab")));
        events.add(new RunEvent.Ended(new Outcome.OverBudget(new Budget(0.1, 1L << 60))));
        return events;
    }

    private static List<EventLog.Entry> numbered(List<RunEvent> events) {
        List<EventLog.Entry> entries = new ArrayList<>();
        for (RunEvent event : events) {
            entries.add(new EventLog.Entry(entries.size() + 4_000_000_000L, event));
        }
        return entries;
    }

    @Test
    void everyKindOfEventAndCellComesBackBitForBit() {
        List<EventLog.Entry> entries = numbered(everyKind());
        assertThat(entries.stream().map(e -> e.event().getClass()).distinct())
                .hasSize(RunEvent.class.getPermittedSubclasses().length);
        assertThat(EventCodec.decode(EventCodec.encode(entries)))
                .usingRecursiveFieldByFieldElementComparator(bitwise())
                .isEqualTo(entries);
    }

    @Test
    void randomDoublesComeBackBitForBit() {
        SplittableRandom random = Seeds.stream("codec doubles");
        double[] numbers = new double[20_000];
        Arrays.setAll(numbers, i -> Double.longBitsToDouble(random.nextLong()));
        List<EventLog.Entry> entries =
                numbered(List.of(new RunEvent.Points("s", numbers, numbers)));
        RunEvent.Points back =
                (RunEvent.Points) EventCodec.decode(EventCodec.encode(entries)).getFirst().event();
        for (int i = 0; i < numbers.length; i++) {
            assertThat(Double.doubleToLongBits(back.y()[i]))
                    .isEqualTo(Double.doubleToLongBits(numbers[i]));
        }
    }

    private static RecursiveComparisonConfiguration bitwise() {
        return RecursiveComparisonConfiguration.builder()
                .withStrictTypeChecking(true)
                .withComparatorForType(
                        (a, b) ->
                                Long.compare(
                                        Double.doubleToLongBits(a), Double.doubleToLongBits(b)),
                        Double.class)
                .build();
    }

    @Test
    void corruptChunksAreRefusedAsSuch() {
        byte[] good = EventCodec.encode(numbered(everyKind()));
        SplittableRandom random = Seeds.stream("corrupt chunks");
        int refused = 0;
        for (int round = 0; round < 300; round++) {
            byte[] bad = good.clone();
            if (round % 3 == 0) {
                bad = Arrays.copyOf(bad, random.nextInt(bad.length));
            } else {
                bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
            }
            try {
                EventCodec.decode(bad);
            } catch (IllegalArgumentException corrupt) {
                refused++;
            }
        }
        assertThat(refused)
                .as("nothing but IllegalArgumentException, and that often")
                .isGreaterThan(250);
        for (String other : List.of("", "not gzip", "\u001f\u008b")) {
            assertThatThrownBy(() -> EventCodec.decode(other.getBytes(StandardCharsets.ISO_8859_1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void progressInBetweenIsLeftOutButTheOrderOfThePhasesStays() {
        List<RunEvent> events =
                List.of(
                        new RunEvent.Progress("first", 1, 9),
                        new RunEvent.Progress("second", 1, 9),
                        new RunEvent.Progress("first", 2, 9),
                        new RunEvent.Value("v", 1),
                        new RunEvent.Progress("first", 3, 9));
        EventLog whole = new EventLog();
        EventLog thin = new EventLog();
        whole.appendAll(numbered(events));
        List<EventLog.Entry> kept = ChunkWriter.newest(numbered(events));
        thin.appendAll(kept);
        assertThat(kept).hasSize(4);
        assertThat(List.copyOf(thin.result().progress().entrySet()))
                .isEqualTo(List.copyOf(whole.result().progress().entrySet()));
        assertThat(thin.last()).isEqualTo(whole.last());
    }
}
