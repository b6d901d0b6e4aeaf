package wronghouse.base.ui;

import wronghouse.essay.two.Other;

/** A shell that lists essays. */
public record Shell(Other other) {}
