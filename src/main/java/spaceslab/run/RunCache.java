package spaceslab.run;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Runs that ended, by id; the finished ones also by identity. Least recently used leave first when
 * their events exceed the allowed memory. Thread-safe.
 */
final class RunCache {
    private final long capacity;
    private final Map<String, Run> byId = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<String, Run> byIdentity = new LinkedHashMap<>();
    private long bytes;

    RunCache(long capacity) {
        this.capacity = capacity;
    }

    synchronized Optional<Run> byIdentity(String identity) {
        Optional<Run> run = Optional.ofNullable(byIdentity.get(identity));
        run.ifPresent(r -> byId.get(r.id()));
        return run;
    }

    synchronized Optional<Run> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The memory that its runs are counted with. */
    synchronized long bytes() {
        return bytes;
    }

    synchronized void add(Run run, boolean finished) {
        // two threads may load one id at the same time: the later copy takes the earlier one's
        // place
        Run before = byId.put(run.id(), run);
        bytes += run.log().bytes() - (before == null ? 0 : before.log().bytes());
        if (before != null) {
            byIdentity.remove(before.identity(), before);
        }
        if (finished) {
            byIdentity.put(run.identity(), run);
        }
        for (Iterator<Run> oldest = byId.values().iterator();
                bytes > capacity && oldest.hasNext() && byId.size() > 1; ) {
            Run gone = oldest.next();
            oldest.remove();
            byIdentity.remove(gone.identity(), gone);
            bytes -= gone.log().bytes();
        }
    }
}
