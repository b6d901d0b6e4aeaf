package spaceslab.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.InvalidParameters;
import spaceslab.experiment.ParameterSchema;
import spaceslab.experiment.Topic;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A row of the table {@code run}. */
record RunRow(
        String id,
        String identity,
        String topic,
        String experiment,
        int schemaVersion,
        int engineVersion,
        Map<String, String> parameters,
        String visitor,
        String state,
        String outcome,
        String owner,
        int attempt,
        boolean cancel,
        boolean pinned,
        int rankOfVisitor,
        double estimateSeconds,
        Instant submitted,
        double elapsedMillis,
        long lastEvent) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static final String WAITING = "waiting";
    static final String RUNNING = "running";
    static final String ENDED = "ended";

    boolean ended() {
        return state.equals(ENDED);
    }

    /** A corrupt text reads as no parameters; whoever uses the row compares its identity. */
    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        try {
            JsonNode json = MAPPER.readTree(text);
            json.properties().forEach(e -> parameters.put(e.getKey(), e.getValue().asString()));
        } catch (JacksonException corrupt) {
            parameters.clear();
        }
        return parameters;
    }

    /** What it is computed from; empty where the row is corrupt or of another version of ours. */
    Optional<RunSetup<?>> setup(Catalogue catalogue) {
        return catalogue
                .topic(topic)
                .flatMap(essay -> essay.experiment(experiment).flatMap(e -> setup(essay, e)));
    }

    private <P extends Record> Optional<RunSetup<?>> setup(Topic essay, Experiment<P> own) {
        try {
            P read = ParameterSchema.of(own.parameters()).strict(parameters);
            RunSetup<P> setup = new RunSetup<>(essay, own, read);
            return setup.identity().equals(identity) ? Optional.of(setup) : Optional.empty();
        } catch (InvalidParameters foreign) {
            return Optional.empty();
        }
    }

    /** Reads a row of a query. */
    static RunRow of(ResultSet row, int number) throws SQLException {
        return new RunRow(
                row.getString("id"),
                row.getString("identity"),
                row.getString("topic"),
                row.getString("experiment"),
                row.getInt("schema_version"),
                row.getInt("engine_version"),
                parameters(row.getString("parameters")),
                row.getString("visitor"),
                row.getString("state"),
                Optional.ofNullable(row.getString("outcome")).orElse(""),
                Optional.ofNullable(row.getString("owner")).orElse(""),
                row.getInt("attempt"),
                row.getBoolean("cancel"),
                row.getBoolean("pinned"),
                row.getInt("rank_of_visitor"),
                row.getDouble("estimate_seconds"),
                row.getTimestamp("submitted_at").toInstant(),
                row.getDouble("elapsed_millis"),
                row.getLong("last_event"));
    }
}
