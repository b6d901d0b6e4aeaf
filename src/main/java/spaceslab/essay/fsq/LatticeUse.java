package spaceslab.essay.fsq;

import java.util.Arrays;
import spaceslab.essay.fsq.codes.LatticePicture;
import spaceslab.essay.fsq.codes.UsageShares;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.RandomStream;
import spaceslab.numerics.SeededStreams;
import spaceslab.numerics.quantisation.CodeUsage;
import spaceslab.numerics.quantisation.FiniteScalarQuantiser;

/** Which codes normal inputs reach, and where the first of these lie on the lattice. */
final class LatticeUse {
    private static final int DRAWN = 600;

    private LatticeUse() {}

    static void emit(
            QuantiserParameters parameters,
            FiniteScalarQuantiser quantiser,
            Emitter out,
            StopSignal stop) {
        RandomStream random = new SeededStreams(parameters.seed()).stream(0);
        int[] indices = new int[parameters.samples()];
        double[][] positions = new double[Math.min(DRAWN, indices.length)][];
        double[] z = new double[quantiser.dimension()];
        for (int s = 0; s < indices.length; s++) {
            if (s % 4096 == 0) {
                stop.check();
            }
            Arrays.setAll(z, i -> parameters.sigma() * random.nextGaussian());
            indices[s] = quantiser.index(z);
            if (s < positions.length) {
                double[] position = new double[z.length];
                Arrays.setAll(position, i -> quantiser.digit(i).position(z[i]));
                positions[s] = position;
            }
        }
        LatticePicture.emit(quantiser.radix(), indices, positions, out);
        CodeUsage usage = CodeUsage.of(indices, quantiser.radix().size());
        out.value("used", usage.used());
        out.value("usage", usage.usage());
        out.value("perplexity", usage.perplexity());
        UsageShares.emit("share", usage, out);
    }
}
