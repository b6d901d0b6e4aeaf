package wronghouse.experiment;

/** What a topic would be. */
public interface Topic {}
