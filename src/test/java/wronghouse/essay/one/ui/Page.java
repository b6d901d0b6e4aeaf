package wronghouse.essay.one.ui;

import wronghouse.run.Service;

/** A page that runs things itself. */
public record Page(Service service) {}
