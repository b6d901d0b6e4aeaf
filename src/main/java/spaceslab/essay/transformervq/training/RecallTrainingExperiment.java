package spaceslab.essay.transformervq.training;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.Obstacle;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.learning.Engine;

/**
 * Recall by key beyond the window, learned by the same model with full attention, with a window
 * only, and with caches of several numbers of codes.
 */
public final class RecallTrainingExperiment implements Experiment<RecallTrainingParameters> {
    private static final double OVERHEAD = 3;
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "chance",
                            "taskKeys",
                            "nearFull",
                            "farFull",
                            "nearWindow",
                            "farWindow",
                            "farLattice",
                            "mostCodes",
                            "farMostCodes")
                    .series(
                            "near",
                            "nearFull",
                            "nearWindow",
                            "nearLattice",
                            "far",
                            "farFull",
                            "farWindow",
                            "farLattice",
                            "perplexity",
                            "perplexityLattice",
                            "farByCodes",
                            "nearByCodes")
                    .table("recalled", "arm", "codes", "near", "far", "used", "perplexity")
                    .grids("assignment", "assignmentLattice")
                    .build();

    @Override
    public String id() {
        return "recallTraining";
    }

    @Override
    public Class<RecallTrainingParameters> parameters() {
        return RecallTrainingParameters.class;
    }

    @Override
    public Mode mode(RecallTrainingParameters parameters) {
        return Mode.QUEUED;
    }

    @Override
    public Cost cost(RecallTrainingParameters parameters) {
        TrainingCost work = parameters.work();
        List<AttentionArm> arms = parameters.arms();
        return new Cost(
                OVERHEAD + parameters.steps() * work.secondsPerStep(arms), work.bytes(arms));
    }

    @Override
    public Optional<Obstacle> obstacle() {
        return Engine.obstacle();
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(RecallTrainingParameters parameters, Emitter out, StopSignal stop) {
        out.value("chance", 1.0 / parameters.values());
        out.value("taskKeys", parameters.keys());
        out.progress("recallTraining", 0, parameters.steps());
        List<RecallArm.Result> results =
                AttentionArm.train(
                        parameters.arms(),
                        (arm, own) -> new RecallArm(parameters, arm, own, stop).run(),
                        out,
                        stop);
        results.forEach(result -> emit(result, parameters, out));
        RecallArm.Result most =
                results.stream()
                        .filter(r -> r.arm() instanceof AttentionArm.Codebook)
                        .max(Comparator.comparingInt(r -> r.arm().codes()))
                        .orElseThrow();
        out.value("mostCodes", most.arm().codes());
        out.value("farMostCodes", most.far());
        most.emitAssignment("assignment", parameters.keys(), out);
    }

    private static void emit(
            RecallArm.Result result, RecallTrainingParameters parameters, Emitter out) {
        out.row(
                "recalled",
                result.arm().key(),
                result.arm().codes(),
                result.near(),
                result.far(),
                result.used(),
                result.perplexity());
        switch (result.arm()) {
            case AttentionArm.Codebook c -> {
                out.point("nearByCodes", c.codes(), result.near());
                out.point("farByCodes", c.codes(), result.far());
            }
            case AttentionArm.Lattice l -> {
                out.value("farLattice", result.far());
                result.emitAssignment("assignmentLattice", parameters.keys(), out);
            }
            case AttentionArm.Full f -> nearAndFar("Full", result, out);
            case AttentionArm.Window w -> nearAndFar("Window", result, out);
        }
    }

    private static void nearAndFar(String name, RecallArm.Result result, Emitter out) {
        out.value("near" + name, result.near());
        out.value("far" + name, result.far());
    }
}
