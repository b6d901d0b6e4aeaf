package spaceslab.learning;

/** Functions applied to every element. */
public enum Activation implements Layer {
    /** max(0, x). */
    RELU {
        @Override
        public Tensor apply(Tensor x) {
            return x.relu();
        }
    },
    /** x Φ(x), Φ the exact normal distribution function (arXiv:1606.08415). */
    GELU {
        @Override
        public Tensor apply(Tensor x) {
            return x.gelu();
        }
    },
    /** x σ(x), also called swish (arXiv:1710.05941). */
    SILU {
        @Override
        public Tensor apply(Tensor x) {
            return SILU_SCRIPT.call(x);
        }
    },
    TANH {
        @Override
        public Tensor apply(Tensor x) {
            return x.tanh();
        }
    },
    /** 1 / (1 + e⁻ˣ). */
    SIGMOID {
        @Override
        public Tensor apply(Tensor x) {
            return x.sigmoid();
        }
    },
    IDENTITY {
        @Override
        public Tensor apply(Tensor x) {
            return x;
        }
    };

    private static final Script SILU_SCRIPT = new Script("torch.silu(x)", "x");
}
