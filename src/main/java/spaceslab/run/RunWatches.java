package spaceslab.run;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of who looks at a run: a process, until a time that it keeps moving on. A run that
 * nobody looks at any more ends unless it is pinned.
 */
final class RunWatches {
    private final JdbcClient jdbc;

    RunWatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says that this process still looks at a run. */
    void watch(String id, String process, Instant until) {
        Timestamp time = Timestamp.from(until);
        int renewed =
                jdbc.sql("update run_watch set until = ? where run_id = ? and process = ?")
                        .params(time, id, process)
                        .update();
        if (renewed == 0) {
            try {
                jdbc.sql("insert into run_watch (run_id, process, until) values (?, ?, ?)")
                        .params(id, process, time)
                        .update();
            } catch (DataIntegrityViolationException goneOrThere) {
                return;
            }
        }
    }

    /** This process looks away; true where nobody else looks and nobody pinned it. */
    boolean unwatch(String id, String process) {
        jdbc.sql("delete from run_watch where run_id = ? and process = ?")
                .params(id, process)
                .update();
        return jdbc.sql(
                                "select count(*) from run r where r.id = ? and r.pinned = false and not"
                                        + " exists (select 1 from run_watch w where w.run_id = r.id and"
                                        + " w.until > ?)")
                        .params(id, Timestamp.from(Instant.now()))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /**
     * Runs submitted before a time that nobody has looked at since another; a restarted server
     * gives its pages the time between to come back.
     */
    List<RunRow> abandoned(Instant submittedBefore, Instant lookedAtSince) {
        return jdbc.sql(
                        "select * from run r where r.state <> 'ended' and r.pinned = false and"
                                + " r.cancel = false and r.submitted_at < ? and not exists (select 1"
                                + " from run_watch w where w.run_id = r.id and w.until > ?)")
                .params(Timestamp.from(submittedBefore), Timestamp.from(lookedAtSince))
                .query(RunRow::of)
                .list();
    }
}
