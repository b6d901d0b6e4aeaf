package wronghouse.published;

import wronghouse.run.Service;

/** A published table that knows how runs are served. */
public record Table(Service service) {}
