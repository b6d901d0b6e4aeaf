package spaceslab.run;

import java.util.ArrayList;
import java.util.List;

/** Consecutive events as one row of the table {@code run_events}. */
record EventChunk(long first, long last, byte[] events) {
    /** Events of about this size make a chunk, far below what {@link EventCodec} reads back. */
    private static final long LARGEST = 8_000_000;

    /** All in one chunk. */
    static EventChunk single(List<EventLog.Entry> entries) {
        return new EventChunk(
                entries.getFirst().sequence(),
                entries.getLast().sequence(),
                EventCodec.encode(entries));
    }

    /** As many chunks as their size asks for. */
    static List<EventChunk> of(List<EventLog.Entry> entries) {
        List<EventChunk> chunks = new ArrayList<>();
        int from = 0;
        long size = 0;
        for (int i = 0; i < entries.size(); i++) {
            size += EventLog.size(entries.get(i).event());
            if (size > LARGEST || i == entries.size() - 1) {
                chunks.add(single(entries.subList(from, i + 1)));
                from = i + 1;
                size = 0;
            }
        }
        return chunks;
    }

    /** What they take in the database. */
    static long bytes(List<EventChunk> chunks) {
        return chunks.stream().mapToLong(chunk -> chunk.events().length).sum();
    }
}
