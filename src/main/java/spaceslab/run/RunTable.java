package spaceslab.run;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs and their events in the database. Writes of a computation are fenced by its attempt: one
 * that was taken over by another process can store nothing any more.
 */
@Repository
class RunTable {
    /**
     * Numbers left out when a run begins anew: watchers of the attempt before may have seen events
     * that were never stored, and no number may be given twice.
     */
    private static final long ATTEMPT_GAP = 1_000_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RunWatches watches;

    RunTable(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.watches = new RunWatches(jdbc);
    }

    /** Adds a waiting run; false where the same identity already waits or runs. */
    boolean insertWaiting(Run run, String visitor, double estimateSeconds) {
        try {
            insert(
                    run,
                    visitor,
                    RunRow.WAITING,
                    Optional.of(run.identity()),
                    estimateSeconds,
                    false);
            return true;
        } catch (DuplicateKeyException active) {
            return false;
        }
    }

    /** Like {@link #insertWaiting} for a run that was begun and has told events of it. */
    boolean insertPassedOn(Run run, String visitor, double estimateSeconds) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> {
                    if (!insertWaiting(run, visitor, estimateSeconds)) {
                        status.setRollbackOnly();
                        return false;
                    }
                    jdbc.sql("update run set attempt = 1, last_event = ? where id = ?")
                            .params(run.log().last(), run.id())
                            .update();
                    return true;
                }));
    }

    private void insert(
            Run run,
            String visitor,
            String state,
            Optional<String> activeIdentity,
            double estimateSeconds,
            boolean pinned) {
        RunSetup<?> setup = run.setup();
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        setup.canonical().forEach(parameters::put);
        Timestamp now = Timestamp.from(Instant.now());
        jdbc.sql(
                        """
                        insert into run (id, identity, active_identity, topic, experiment,
                          schema_version, engine_version, parameters, visitor, state, pinned,
                          rank_of_visitor, estimate_seconds, submitted_at, used_at)
                        select :id, :identity, cast(:active as varchar(64)), :topic, :experiment,
                          cast(:schema as int), cast(:engine as int), :parameters, :visitor, :state,
                          cast(:pinned as boolean), count(*), cast(:estimate as double precision),
                          cast(:now as timestamp with time zone), cast(:now as timestamp with time zone)
                        from run where visitor = :visitor and state in ('waiting', 'running')
                        """)
                .param("id", run.id())
                .param("identity", run.identity())
                .param("active", activeIdentity.orElse(null))
                .param("topic", setup.topic().id())
                .param("experiment", setup.experiment().id())
                .param("schema", setup.experiment().schemaVersion())
                .param("engine", RunSetup.ENGINE_VERSION)
                .param("parameters", parameters.toString())
                .param("visitor", visitor)
                .param("state", state)
                .param("pinned", pinned)
                .param("estimate", estimateSeconds)
                .param("now", now)
                .update();
    }

    /** Stores a run that ended in memory (a live one that somebody keeps), whole. */
    void insertEnded(Run run, String visitor, String outcome, boolean pinned) {
        transaction.executeWithoutResult(status -> {
            insert(run, visitor, RunRow.ENDED, Optional.empty(), 0, pinned);
            List<EventChunk> chunks = EventChunk.of(run.log().since(0));
            chunks.forEach(chunk -> insertChunk(run.id(), chunk));
            jdbc.sql(
                            "update run set outcome = ?, ended_at = ?, elapsed_millis = ?,"
                                    + " last_event = ?, bytes = ? where id = ?")
                    .params(
                            outcome,
                            Timestamp.from(Instant.now()),
                            run.elapsedMillis(),
                            run.log().last(),
                            EventChunk.bytes(chunks),
                            run.id())
                    .update();
        });
    }

    Optional<RunRow> find(String id) {
        return jdbc.sql("select * from run where id = ?").param(id).query(RunRow::of).optional();
    }

    /** The newest finished run of an identity. */
    Optional<RunRow> finished(String identity) {
        return jdbc.sql(
                        "select * from run where identity = ? and state = 'ended' and outcome ="
                                + " 'finished' order by ended_at desc limit 1")
                .param(identity)
                .query(RunRow::of)
                .optional();
    }

    /** The run of an identity that waits or runs somewhere. */
    Optional<RunRow> active(String identity) {
        return jdbc.sql("select * from run where active_identity = ?")
                .param(identity)
                .query(RunRow::of)
                .optional();
    }

    /** Everything that waits or runs, in the order in which it is or will be computed. */
    List<RunRow> queue() {
        return jdbc.sql(
                        "select * from run where state in ('waiting', 'running')"
                                + " order by case when state = 'running' then 0 else 1 end,"
                                + " rank_of_visitor, submitted_at")
                .query(RunRow::of)
                .list();
    }

    int waiting() {
        return jdbc.sql("select count(*) from run where state = 'waiting'")
                .query(Integer.class)
                .single();
    }

    int unfinishedOf(String visitor) {
        return jdbc.sql(
                        "select count(*) from run where visitor = ? and state in ('waiting', 'running')")
                .param(visitor)
                .query(Integer.class)
                .single();
    }

    /**
     * Takes a run for computation: raises its attempt, drops what an earlier attempt stored. Empty
     * where it has ended or was cancelled meanwhile.
     */
    Optional<RunRow> claim(String id, String owner) {
        return transaction.execute(status -> {
            int taken =
                    jdbc.sql(
                                    "update run set state = 'running', owner = ?, attempt ="
                                            + " attempt + 1, started_at = ?, bytes = 0, last_event"
                                            + " = last_event + case when attempt > 0 then "
                                            + ATTEMPT_GAP
                                            + " else 0 end where id = ? and state <> 'ended' and"
                                            + " cancel = false")
                            .params(owner, Timestamp.from(Instant.now()), id)
                            .update();
            if (taken == 0) {
                return Optional.<RunRow>empty();
            }
            jdbc.sql("delete from run_events where run_id = ?").param(id).update();
            return find(id);
        });
    }

    /**
     * Whether a visitor with fewer unfinished runs waits meanwhile: a process looks one task ahead,
     * and the one it fetched early must not pass a fairer one that came since.
     */
    boolean fairerWaits(String id) {
        return jdbc.sql(
                                "select count(*) from run other, run mine where mine.id = ? and"
                                        + " other.state = 'waiting' and other.cancel = false and"
                                        + " other.rank_of_visitor < mine.rank_of_visitor")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Gives a claimed run back to the queue (orderly shutdown). */
    void giveBack(String id, int attempt) {
        jdbc.sql(
                        "update run set state = 'waiting', owner = null where id = ? and attempt = ?"
                                + " and state = 'running'")
                .params(id, attempt)
                .update();
    }

    /** Appends events; false where another process has taken the run over. */
    boolean append(String id, int attempt, List<EventLog.Entry> entries) {
        List<EventChunk> chunks = EventChunk.of(entries);
        return Boolean.TRUE.equals(transaction.execute(status -> store(id, attempt, chunks)));
    }

    private boolean store(String id, int attempt, List<EventChunk> chunks) {
        int mine =
                jdbc.sql(
                                "update run set last_event = ?, bytes = bytes + ? where id = ? and"
                                        + " attempt = ? and state = 'running'")
                        .params(chunks.getLast().last(), EventChunk.bytes(chunks), id, attempt)
                        .update();
        if (mine == 1) {
            chunks.forEach(chunk -> insertChunk(id, chunk));
        }
        return mine == 1;
    }

    private void insertChunk(String id, EventChunk chunk) {
        jdbc.sql(
                        "insert into run_events (run_id, first_event, last_event, events) values (?, ?, ?, ?)")
                .params(id, chunk.first(), chunk.last(), chunk.events())
                .update();
    }

    /** Stores the last events and the outcome in one transaction; false where it was taken over. */
    boolean finish(
            String id,
            int attempt,
            List<EventLog.Entry> last,
            String outcome,
            double elapsedMillis) {
        List<EventChunk> chunks = EventChunk.of(last);
        return Boolean.TRUE.equals(
                transaction.execute(status ->
                        store(id, attempt, chunks)
                                && end(id, outcome, elapsedMillis, RunRow.RUNNING)));
    }

    private boolean end(String id, String outcome, double elapsedMillis, String from) {
        return jdbc.sql(
                                "update run set state = 'ended', active_identity = null, outcome = ?,"
                                        + " ended_at = ?, elapsed_millis = ? where id = ? and state = ?")
                        .params(outcome, Timestamp.from(Instant.now()), elapsedMillis, id, from)
                        .update()
                == 1;
    }

    /**
     * Asks for a run to end: one that waits ends here and now with {@code ending} as its last
     * event, one that runs is told by its cancel flag.
     */
    void cancel(String id, EventLog.Entry ending) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(
                            "update run set cancel = true, pinned = false where id = ? and state <> 'ended'")
                    .param(id)
                    .update();
            if (end(id, "stopped", 0, RunRow.WAITING)) {
                storeEnding(id, ending);
            }
        });
    }

    /**
     * Ends a run that was asked to end while a process computed it that has died since, or has
     * given it back.
     */
    void endCancelled(String id, EventLog.Entry ending) {
        transaction.executeWithoutResult(status -> {
            int freed =
                    jdbc.sql(
                                    "update run set state = 'waiting' where id = ? and cancel = true"
                                            + " and state <> 'ended'")
                            .param(id)
                            .update();
            if (freed == 1 && end(id, "stopped", 0, RunRow.WAITING)) {
                storeEnding(id, ending);
            }
        });
    }

    private void storeEnding(String id, EventLog.Entry ending) {
        insertChunk(id, EventChunk.single(List.of(ending)));
        jdbc.sql("update run set last_event = ? where id = ?")
                .params(ending.sequence(), id)
                .update();
    }

    /** Runs of this process that somebody asked to end. */
    List<String> cancelled(String owner) {
        return jdbc.sql(
                        "select id from run where owner = ? and state = 'running' and cancel = true")
                .param(owner)
                .query(String.class)
                .list();
    }

    /** Events after a number, chunk by chunk; a chunk that cannot be read throws. */
    List<EventLog.Entry> eventsAfter(String id, long sequence) {
        List<EventLog.Entry> entries = new ArrayList<>();
        jdbc.sql(
                        "select events from run_events where run_id = ? and last_event > ? order by"
                                + " first_event")
                .params(id, sequence)
                .query((row, number) -> row.getBytes(1))
                .list()
                .forEach(chunk -> entries.addAll(EventCodec.decode(chunk)));
        return entries;
    }

    void touch(String id) {
        jdbc.sql("update run set used_at = ? where id = ?")
                .params(Timestamp.from(Instant.now()), id)
                .update();
    }

    void pin(String id) {
        jdbc.sql("update run set pinned = true where id = ?").param(id).update();
    }

    /** Who looks at which run. */
    RunWatches watches() {
        return watches;
    }

    /** Deletes ended runs that are not pinned and were last used before; returns how many. */
    int deleteUnusedSince(Instant before) {
        return jdbc.sql("delete from run where state = 'ended' and pinned = false and used_at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    /**
     * Deletes the least recently used unpinned runs until at most {@code capacity} bytes are
     * stored.
     */
    int deleteBeyond(long capacity) {
        long stored = storedBytes(false) + storedBytes(true);
        int deleted = 0;
        while (stored > capacity) {
            List<Map.Entry<String, Long>> oldest =
                    jdbc.sql(
                                    "select id, bytes from run where state = 'ended' and pinned ="
                                            + " false order by used_at limit 20")
                            .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                            .list();
            if (oldest.isEmpty()) {
                return deleted;
            }
            for (Map.Entry<String, Long> run : oldest) {
                if (stored > capacity) {
                    deleted +=
                            jdbc.sql("delete from run where id = ?").param(run.getKey()).update();
                    stored -= run.getValue();
                }
            }
        }
        return deleted;
    }

    long storedBytes(boolean pinned) {
        return jdbc.sql("select coalesce(sum(bytes), 0) from run where pinned = ?")
                .param(pinned)
                .query(Long.class)
                .single();
    }
}
