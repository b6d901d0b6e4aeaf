-- Runs and their events; the same text for H2 (PostgreSQL mode) and PostgreSQL.
create table run (
    id varchar(32) primary key,
    identity varchar(64) not null,
    -- the identity while the run waits or runs, null afterwards: one computation per identity at a time
    active_identity varchar(64) unique,
    topic varchar(64) not null,
    experiment varchar(64) not null,
    schema_version int not null,
    engine_version int not null,
    parameters text not null,
    visitor varchar(64) not null,
    state varchar(16) not null,
    outcome varchar(16),
    detail varchar(400),
    owner varchar(64),
    attempt int not null default 0,
    cancel boolean not null default false,
    pinned boolean not null default false,
    rank_of_visitor int not null default 0,
    estimate_seconds double precision not null,
    submitted_at timestamp with time zone not null,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    used_at timestamp with time zone not null,
    elapsed_millis double precision not null default 0,
    last_event bigint not null default 0,
    bytes bigint not null default 0
);
create index run_identity on run (identity, state);
create index run_state on run (state, rank_of_visitor, submitted_at);

create table run_events (
    run_id varchar(32) not null references run (id) on delete cascade,
    first_event bigint not null,
    last_event bigint not null,
    events bytea not null,
    primary key (run_id, first_event)
);

-- who still looks at a run, by process; a process that dies stops renewing
create table run_watch (
    run_id varchar(32) not null references run (id) on delete cascade,
    process varchar(64) not null,
    until timestamp with time zone not null,
    primary key (run_id, process)
);

-- db-scheduler's own table
create table scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(100) not null,
    task_data bytea,
    execution_time timestamp with time zone not null,
    picked boolean not null,
    picked_by varchar(50),
    last_success timestamp with time zone,
    last_failure timestamp with time zone,
    consecutive_failures int,
    last_heartbeat timestamp with time zone,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (priority desc, execution_time);
