package spaceslab.essay.fsq.training;

import java.util.Arrays;
import java.util.Optional;
import spaceslab.essay.fsq.codes.LatticePicture;
import spaceslab.essay.fsq.codes.UsageShares;
import spaceslab.experiment.RunEvent;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.AlternatingEmission;
import spaceslab.learning.Diverged;
import spaceslab.learning.TensorScope;
import spaceslab.learning.Training;
import spaceslab.learning.quantisation.FiniteScalarLayer;

/**
 * One arm of a comparison: trains, and streams loss, error and use of the codes; at the end shows
 * what it makes of pictures and of each code.
 */
final class ArmRun implements Training.Observer {
    /** Points of a curve, and the turns of this arm. */
    private static final int POINTS = 60;

    /** Points between two evaluations. */
    private static final int EVALUATED = 5;

    /** Pictures whose vectors are drawn on the lattice. */
    private static final int ON_LATTICE = 40;

    /**
     * What outlives the training.
     *
     * @param shown the pictures shown, as this arm last reconstructed them; black if it never did
     * @param atlas of its codes, where it has some and did not diverge
     * @param diverged where it did
     */
    record Result(
            Arm arm, float[] shown, Optional<RunEvent.Images> atlas, Optional<Diverged> diverged) {}

    private final TrainingPlan plan;
    private final Arm arm;
    private final AlternatingEmission.Arm out;
    private final StopSignal stop;
    private final ArmTraining training;
    private final float[] heldOut;
    private final float[] originals;
    private final int every;
    private float[] shown;
    private Optional<HeldOut> last = Optional.empty();
    private double sum;
    private int summed;
    private int points;

    /** In the innermost scope; {@code originals} are the pictures shown. */
    ArmRun(
            TrainingPlan plan,
            Arm arm,
            float[] originals,
            AlternatingEmission.Arm out,
            StopSignal stop) {
        this.plan = plan;
        this.arm = arm;
        this.out = out;
        this.stop = stop;
        this.training = new ArmTraining(plan, arm);
        this.heldOut = plan.data().heldOut();
        this.originals = originals;
        this.shown = new float[originals.length];
        this.every = Math.max(1, plan.steps() / POINTS);
    }

    @Override
    public void taken(int step, double loss) {
        sum += loss;
        summed++;
        if (step % every != 0 && step != plan.steps()) {
            return;
        }
        out.point("loss." + arm.key(), step, sum / summed);
        out.progress(arm.key(), step, plan.steps());
        sum = 0;
        summed = 0;
        if (points++ % EVALUATED == 0 || step == plan.steps()) {
            evaluate(step);
        }
        if (step != plan.steps()) {
            out.turn();
        }
    }

    private void evaluate(int step) {
        stop.check();
        HeldOut held = HeldOut.of(training.tokeniser(), heldOut);
        if (!Double.isFinite(held.error())) {
            // the loss of the next step is not finite either
            return;
        }
        out.point("error." + arm.key(), step, held.error());
        if (arm != Arm.NONE) {
            out.point("used." + arm.key(), step, held.used());
            out.point("perplexity." + arm.key(), step, held.perplexity());
        }
        shown = training.tokeniser().evaluate(originals).pictures();
        out.emit(Drawings.images("reconstruction." + arm.key(), plan.data(), shown));
        last = Optional.of(held);
    }

    /** Trains and shows the end; after a divergence, what was evaluated last before it. */
    Result run(boolean onLattice) {
        Optional<Diverged> diverged = Optional.empty();
        Optional<RunEvent.Images> atlas = Optional.empty();
        long start = System.nanoTime();
        try {
            training.run(this, stop);
        } catch (Diverged notFinite) {
            diverged = Optional.of(notFinite);
            out.note("diverged", arm.key(), notFinite.step());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        last.ifPresent(held -> report(held, seconds));
        if (diverged.isEmpty() && last.isPresent() && arm != Arm.NONE) {
            String name = "atlas." + arm.key();
            Tokeniser tokeniser = training.tokeniser();
            atlas = Optional.of(Atlas.of(name, tokeniser, plan, arm, last.get().usage()));
            atlas.ifPresent(out::emit);
            if (onLattice) {
                lattice(last.get());
            }
        }
        return new Result(arm, shown, atlas, diverged);
    }

    private void report(HeldOut held, double seconds) {
        int size = plan.quantiser().size(arm);
        out.row(
                "arms",
                arm.key(),
                size,
                held.error(),
                held.used(),
                held.perplexity(),
                training.weights(),
                seconds);
        out.value("finalError." + arm.key(), held.error());
        out.value("finalUsed." + arm.key(), held.used());
        out.value("finalPerplexity." + arm.key(), held.perplexity());
        if (arm != Arm.NONE) {
            UsageShares.emit("sortedUsage." + arm.key(), held.usage(), out);
        }
    }

    /** Encoder outputs of some pictures on the lattice of the first coordinates. */
    private void lattice(HeldOut held) {
        if (training.tokeniser().quantiser() instanceof FiniteScalarLayer layer) {
            float[] some =
                    Arrays.copyOf(
                            heldOut, Math.min(heldOut.length, ON_LATTICE * plan.data().pixels()));
            int d = plan.quantiser().levels().size();
            double[] flat;
            try (TensorScope scope = TensorScope.evaluation()) {
                flat = layer.positions(training.tokeniser().encoded(some)).toDoubles();
            }
            double[][] positions = new double[flat.length / d][];
            for (int i = 0; i < positions.length; i++) {
                positions[i] = Arrays.copyOfRange(flat, i * d, (i + 1) * d);
            }
            LatticePicture.emit(
                    layer.quantiser().radix(), held.evaluation().codes(), positions, out);
        }
    }
}
