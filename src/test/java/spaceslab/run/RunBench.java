package spaceslab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import spaceslab.experiment.Outcome;
import spaceslab.experiment.StopSignal;

/** A run service of its own with a probe and a database in memory, closed after each test. */
final class RunBench implements AutoCloseable {
    static final RunLimits LIMITS = limits(1_000_000);

    private final ProbeTopic topic = new ProbeTopic();
    private final ComputePool pool = new ComputePool();
    private final Storage storage;
    private final RunQueue queue;
    private final RunTable table;
    private final DurableRuns durable;
    private final RunUpkeep upkeep;
    private final RunService runs;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    RunBench(RunLimits limits, DataSource database) {
        this(limits, database, true, RunBench.class.getClassLoader());
    }

    /** Finds shipped runs where {@code resources} does. */
    static RunBench shippingFrom(ClassLoader resources, boolean wait) {
        SwitchedDataSource database = new SwitchedDataSource(memory());
        database.off(!wait);
        return new RunBench(LIMITS, database, wait, resources);
    }

    /** Does not wait for a database that cannot be reached yet. */
    static RunBench withoutWaiting(RunLimits limits, DataSource database) {
        return new RunBench(limits, database, false, RunBench.class.getClassLoader());
    }

    private RunBench(RunLimits limits, DataSource database, boolean wait, ClassLoader resources) {
        storage = new Storage(database);
        table =
                new RunTable(
                        JdbcClient.create(database), new DataSourceTransactionManager(database));
        queue = new RunQueue(storage, limits);
        RunMetrics metrics = new RunMetrics(meters, pool);
        Catalogue catalogue = new Catalogue(List.of(topic));
        durable = new DurableRuns(catalogue, table, queue, limits, metrics, storage);
        upkeep = new RunUpkeep(durable, table, queue, limits, metrics, storage);
        ShippedRuns shipped = new ShippedRuns(catalogue, resources);
        runs = new RunService(limits, pool, shipped, durable, table, storage, metrics);
        if (wait) {
            storage.connectUntilReady();
        } else {
            storage.connect();
        }
    }

    RunBench(RunLimits limits) {
        this(limits, memory());
    }

    RunBench() {
        this(LIMITS);
    }

    static RunLimits limits(long cacheBytes) {
        return limits(RunLimits.Role.BOTH, 3, 60, cacheBytes);
    }

    /** Budgets that nothing reaches by itself, so that no load on the machine ends a run. */
    static RunLimits limits(RunLimits.Role role, int queue, int visitorQueue, long cacheBytes) {
        return limits(role, 120, 120, queue, visitorQueue, cacheBytes);
    }

    /** So little time that any computation uses it up. */
    static RunLimits hurried(double liveSeconds, double queuedSeconds) {
        return limits(RunLimits.Role.BOTH, liveSeconds, queuedSeconds, 300, 300, 1_000_000);
    }

    private static RunLimits limits(
            RunLimits.Role role,
            double live,
            double queued,
            int queue,
            int visitorQueue,
            long cacheBytes) {
        return new RunLimits(
                role,
                live,
                queued,
                20_000_000,
                1,
                queue,
                visitorQueue,
                cacheBytes,
                30,
                50_000_000,
                5_000_000);
    }

    /** A fresh database that lives as long as this process. */
    static DataSource memory() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(
                "jdbc:h2:mem:"
                        + UUID.randomUUID()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                        + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    /** How many live runs fit on the pool, under way or waiting. */
    int room() {
        return pool.live().getMaximumPoolSize() + pool.live().getQueue().remainingCapacity();
    }

    RunTable table() {
        return table;
    }

    boolean ready() {
        return storage.ready();
    }

    RunQueue queue() {
        return queue;
    }

    DurableRuns durable() {
        return durable;
    }

    double counted(String meter) {
        return meters.get(meter).counter().count();
    }

    Optional<Run> find(String id) {
        return runs.find(id).join();
    }

    Probe probe() {
        return topic.probe();
    }

    RunService runs() {
        return runs;
    }

    RunSetup<Probe.Task> setup(Probe.Task task) {
        return new RunSetup<>(topic, topic.probe(), task);
    }

    RunService.Submission submit(Probe.Task task, Object holder) {
        return submit(task, holder, "visitor of " + holder);
    }

    RunService.Submission submit(Probe.Task task, Object holder, String visitor) {
        try {
            return runs.submit(setup(task), RunService.Asker.page(holder, visitor)).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof Refused refused ? refused : failed;
        }
    }

    void release(Run run, Object holder) {
        runs.release(run, holder, StopSignal.Reason.VISITOR);
    }

    /** Waits until a condition holds, however busy the machine is; a minute is a failure. */
    static void until(String what, BooleanSupplier reached) throws InterruptedException {
        for (int i = 0; i < 60_000 && !reached.getAsBoolean(); i++) {
            Thread.sleep(1);
        }
        assertThat(reached.getAsBoolean()).as(what).isTrue();
    }

    /** No live run is computed any more: each has moved to the cache or is gone. */
    void awaitIdle() throws InterruptedException {
        until(
                "the live pool is idle",
                () -> pool.live().getActiveCount() == 0 && pool.live().getQueue().isEmpty());
    }

    static Outcome outcome(Run run) throws InterruptedException {
        assertThat(run.log().awaitEnd(60_000)).as("the run ends").isTrue();
        return run.log().result().outcome().orElseThrow();
    }

    @Override
    public void close() {
        topic.probe().open();
        storage.close();
        runs.close();
        upkeep.close();
        durable.close();
        queue.close();
        pool.close();
    }
}
