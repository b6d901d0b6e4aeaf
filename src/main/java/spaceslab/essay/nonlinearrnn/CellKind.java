package spaceslab.essay.nonlinearrnn;

/** The cells that visitors choose from. */
enum CellKind {
    TANH,
    GRU,
    LSTM
}
