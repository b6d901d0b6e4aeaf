package spaceslab.essay.emo;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atLeast;
import static spaceslab.experiment.Effect.atMost;
import static spaceslab.experiment.Effect.below;

import java.util.List;
import java.util.stream.Stream;
import spaceslab.essay.emo.toy.ToyExperiment;
import spaceslab.essay.emo.toy.ToySweepExperiment;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Finding;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.ResultRow;
import spaceslab.experiment.RunResult;
import spaceslab.experiment.Sample;

/** What the essay, the paper and we say of the loss itself, and what the computation says. */
final class EmoFindings {
    private static final String MLE = "mle";
    private static final String EMO = "emo";
    private static final String FORM = "mode1Detached";
    private static final String CONTINUED = "mode2";

    /** Columns of the toy language's ends. */
    private static final String BEST = "bestLoss";

    private static final String SAMPLE = "sampleLoss";

    private EmoFindings() {}

    static List<Finding<?>> of(
            MicroscopeExperiment microscope,
            MinimisersExperiment minimisers,
            ToyExperiment toy,
            ToySweepExperiment sweep,
            DistancesExperiment distances,
            EntropicExperiment entropic) {
        return Stream.of(
                        ofMicroscope(microscope),
                        ofMinimisers(minimisers),
                        ofContinuedForm(minimisers),
                        ofToy(toy),
                        List.of(
                                Claim.ofEssay("slopeWithoutOverlap", distances)
                                        .holds(EmoFindings::slopes),
                                Claim.ours("priceOfEntropy", entropic).holds(EmoFindings::price)),
                        ToySweepFindings.of(sweep))
                .<Finding<?>>flatMap(List::stream)
                .toList();
    }

    private static List<Finding<?>> ofMicroscope(MicroscopeExperiment microscope) {
        return List.of(
                Claim.ofEssay("oneTargetOnePlan", microscope)
                        .holds(r -> boundIsTransport(r, 1e-12)),
                Claim.ours("formulaForSoftTargets", microscope)
                        .with("target", "0.5,0.3,0.2")
                        .doesNotHold(r -> boundIsTransport(r, 1e-3)),
                Claim.ofEssay("synonymIsForgiven", microscope).holds(EmoFindings::synonym),
                Claim.ofEssay("slowFromScratch", microscope).holds(EmoFindings::vanishing),
                Claim.ours("cosineIsAMetric", microscope).doesNotHold(EmoFindings::metric));
    }

    private static List<Finding<?>> ofMinimisers(MinimisersExperiment minimisers) {
        return List.of(
                Claim.ours("crossEntropyFindsTheData", minimisers)
                        .over("weights", RandomTokens.weights())
                        .holds(r -> findsData(r, MLE, 1e-9)),
                Claim.ours("emoFindsTheData", minimisers)
                        .over("weights", RandomTokens.weights())
                        .doesNotHold(r -> findsData(r, EMO, 1e-3)),
                Claim.ours("emoEndsAtTheMedoid", minimisers)
                        .over("weights", RandomTokens.weights())
                        .holds(EmoFindings::medoid),
                Claim.ours("combinedFormFindsTheData", minimisers)
                        .over("weights", RandomTokens.weights())
                        .doesNotHold(r -> findsData(r, FORM, 0.01)));
    }

    /** Random tokens: embeddings that are drawn, the data once with a favourite, once without. */
    private static List<Finding<?>> ofContinuedForm(MinimisersExperiment minimisers) {
        return List.of(
                Claim.ours("continuedFormEndsAtTheMode", minimisers)
                        .with("losses", CONTINUED)
                        .over("points", RandomTokens.points(RandomTokens.DEFAULT_TOKENS))
                        .holds(EmoFindings::mode),
                Claim.ours("continuedFormWithoutFavourite", minimisers)
                        .with("losses", CONTINUED)
                        .with("weights", RandomTokens.NEARLY_EVEN)
                        .over("points", RandomTokens.points(RandomTokens.MORE_TOKENS))
                        .depends(EmoFindings::mode));
    }

    private static List<Finding<?>> ofToy(ToyExperiment toy) {
        return List.of(
                Claim.ofPaper("samplesBecomeLikelier", toy)
                        .with("samples", "50000")
                        .holds(r -> overMle(r, "sampleLossOverMle", SAMPLE, -0.05)),
                Claim.ofPaper("textsBecomeLikelier", toy)
                        .with("samples", "50000")
                        .doesNotHold(r -> overMle(r, "bestLossOverMle", BEST, 0)),
                Claim.ofEssay("mixCuresTheSlowStart", toy)
                        .with("samples", "5000")
                        .with("losses", "mle,emo,mixed")
                        .holds(EmoFindings::cured));
    }

    private static Sample boundIsTransport(NamedResult r, double tolerance) {
        double transport = r.number("transport");
        double bound = r.number("bound");
        return Sample.of(atMost("boundOverTransport", Math.abs(bound - transport), tolerance))
                .figures(transport, bound);
    }

    /**
     * The second token is the target's neighbour: EMO pushes it up, cross entropy pushes it down.
     */
    private static Sample synonym(NamedResult r) {
        double emo = -r.series("gradient.emo").y()[1];
        double mle = -r.series("gradient.mle").y()[1];
        return Sample.of(above("emoPush", emo, 0), below("mlePush", mle, 0)).figures(emo, mle);
    }

    /** The pull at the largest margin. */
    private static Sample vanishing(NamedResult r) {
        double[] margins = r.series("pullAt.emo").x();
        double emo = last(r.series("pullAt.emo").y());
        double mle = last(r.series("pullAt.mle").y());
        return Sample.of(atMost("emoPullShare", 100 * emo / mle, 0.1))
                .figures(last(margins), emo, mle);
    }

    private static Sample metric(NamedResult r) {
        double excess = r.number("triangleExcess");
        return Sample.of(atMost("triangleExcess", excess, 1e-12)).figures(excess);
    }

    private static Sample findsData(NamedResult r, String loss, double tolerance) {
        ResultRow end = end(r, loss);
        double divergence = end.number("divergence");
        return Sample.of(atMost("divergence", divergence, tolerance))
                .figures(divergence, end.number("entropy"), r.number("entropy"));
    }

    private static Sample medoid(NamedResult r) {
        double medoid = r.number("medoid");
        double share = 100 * r.at("end.emo", medoid);
        return Sample.of(atLeast("medoidShare", share, 90))
                .figures(share, 100 * r.at("data", medoid), 100 * r.at("data", r.number("mode")));
    }

    /** By how much the likeliest token of the data is ahead of every other in the end. */
    private static Sample mode(NamedResult r) {
        double mode = r.number("mode");
        RunResult.Series end = r.series("end." + CONTINUED);
        double ahead = 0;
        double others = 0;
        for (int i = 0; i < end.x().length; i++) {
            if (end.x()[i] == mode) {
                ahead = end.y()[i];
            } else {
                others = Math.max(others, end.y()[i]);
            }
        }
        return Sample.of(above("modeOverOthers", 100 * (ahead - others), 0))
                .figures(100 * ahead, 100 * others, 100 * r.at("data", mode));
    }

    private static Sample overMle(NamedResult r, String effect, String column, double most) {
        double form = end(r, FORM).number(column);
        double mle = end(r, MLE).number(column);
        return Sample.of(below(effect, form - mle, most))
                .figures(form, mle, r.number("trueEntropy"));
    }

    /** Steps of the mixed loss to the test loss that EMO alone reaches at best. */
    private static Sample cured(NamedResult r) {
        double goal = end(r, EMO).number(BEST);
        double emo = end(r, EMO).number("bestStep");
        RunResult.Series mixed = r.series("testLoss.mixed");
        double steps = Double.POSITIVE_INFINITY;
        for (int k = mixed.y().length - 1; k >= 0; k--) {
            steps = mixed.y()[k] <= goal ? mixed.x()[k] : steps;
        }
        return Sample.of(atMost("mixStepsShare", 100 * steps / emo, 50)).figures(goal, emo, steps);
    }

    /** The slopes at the largest shift, where the bumps are apart. */
    private static Sample slopes(NamedResult r) {
        double transport = last(r.series("slope.transport").y());
        double variation = last(r.series("slope.totalVariation").y());
        double divergence = last(r.series("slope.jensenShannon").y());
        return Sample.of(
                        atMost("transportSlopeFromOne", Math.abs(transport - 1), 1e-6),
                        atMost("variationSlope", Math.abs(variation), 1e-6),
                        atMost("divergenceSlope", Math.abs(divergence), 1e-6))
                .figures(transport, variation, divergence);
    }

    private static Sample price(NamedResult r) {
        double exact = r.number("exact");
        double entropic = r.number("entropic");
        double price = 100 * (entropic / exact - 1);
        return Sample.of(above("priceOfEntropy", price, 100)).figures(exact, entropic, price);
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }

    private static ResultRow end(NamedResult r, String loss) {
        return r.table("ends").row("loss", loss);
    }
}
