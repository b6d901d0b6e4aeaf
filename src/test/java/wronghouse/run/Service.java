package wronghouse.run;

import wronghouse.api.Door;

/** A service that knows one of its doors, which knows it back. */
public record Service(Door door) {}
