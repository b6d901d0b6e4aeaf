package wronghouse.base.web;

import wronghouse.run.Service;

/** A filter that runs things. */
public record Filter(Service service) {}
