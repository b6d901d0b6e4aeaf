package spaceslab.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that can be made to go away. */
final class SwitchedDataSource extends DelegatingDataSource {
    private volatile boolean off;

    SwitchedDataSource(DataSource target) {
        super(target);
    }

    void off(boolean now) {
        off = now;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (off) {
            throw new SQLNonTransientConnectionException("the database has been switched off");
        }
        return super.getConnection();
    }
}
