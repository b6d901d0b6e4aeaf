package spaceslab.learning;

/** This machine cannot train: there is no native library for it, or loading it failed. */
public final class EngineUnavailable extends RuntimeException {
    EngineUnavailable(String reason) {
        super("the training engine is not available: " + reason);
    }
}
