package spaceslab.run;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** The databases that the run tables are tested on. */
enum Databases {
    H2 {
        @Override
        DataSource source() {
            return migrated(RunBench.memory());
        }
    },
    POSTGRESQL {
        @Override
        DataSource source() {
            return migrated(postgres().getPostgresDatabase());
        }
    };

    private static @Nullable EmbeddedPostgres server;

    /** With an up to date schema; PostgreSQL is one and the same until {@link #stop}. */
    abstract DataSource source();

    private static DataSource migrated(DataSource source) {
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }

    private static synchronized EmbeddedPostgres postgres() {
        EmbeddedPostgres running = server;
        try {
            if (running == null) {
                running = EmbeddedPostgres.start();
                server = running;
            }
            return running;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static synchronized void stop() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
