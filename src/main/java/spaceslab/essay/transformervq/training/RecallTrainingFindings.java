package spaceslab.essay.transformervq.training;

import static spaceslab.experiment.Effect.above;
import static spaceslab.experiment.Effect.atMost;
import static spaceslab.experiment.Effect.below;

import java.util.List;
import java.util.Map;
import spaceslab.experiment.Claim;
import spaceslab.experiment.Effect;
import spaceslab.experiment.Finding;
import spaceslab.experiment.NamedResult;
import spaceslab.experiment.Sample;

/** What learning the recall task says of codes, caches and lattices. */
final class RecallTrainingFindings {
    private static final Map<String, String> HEAVY = Map.of("codes", "32", "commitment", "1");

    /** Replications that were made: a run trains seven models. */
    private static final int SEEDS = 10;

    private RecallTrainingFindings() {}

    static List<Finding<?>> of(RecallTrainingExperiment recall) {
        return List.of(
                Claim.ofPaper("cacheRemembers", recall)
                        .seeds(SEEDS)
                        .heavy()
                        .holds(RecallTrainingFindings::remembers),
                Claim.ours("asManyCodesLearned", recall)
                        .seeds(SEEDS)
                        .heavy()
                        .doesNotHold(r -> likeFull(r, 16)),
                Claim.ours("sharersToldApart", recall)
                        .seeds(SEEDS)
                        .heavy()
                        .holds(RecallTrainingFindings::toldApart),
                Claim.ofEssay("latticeInPlace", recall)
                        .seeds(SEEDS)
                        .heavy()
                        .doesNotHold(RecallTrainingFindings::lattice),
                Claim.ours("strongCommitment", recall)
                        .with(HEAVY)
                        .heavy()
                        .doesNotHold(r -> likeFull(r, 32)));
    }

    /** Percent of far answers that are right at the end, with a codebook of so many codes. */
    private static double far(NamedResult r, int codes) {
        return 100 * r.at("farByCodes", codes);
    }

    private static double percent(NamedResult r, String value) {
        return 100 * r.number(value);
    }

    private static Effect underFull(double cache, double full) {
        return atMost("cacheUnderFull", full - cache, 2);
    }

    /** The window alone is at chance, the largest cache at full attention's level. */
    private static Sample remembers(NamedResult r) {
        double window = percent(r, "farWindow");
        double cache = percent(r, "farMostCodes");
        double full = percent(r, "farFull");
        return Sample.of(
                        below("windowOverChance", window - percent(r, "chance"), 2),
                        underFull(cache, full))
                .figures(window, cache, full);
    }

    private static Sample likeFull(NamedResult r, int codes) {
        double cache = far(r, codes);
        double full = percent(r, "farFull");
        return Sample.of(underFull(cache, full)).figures(cache, full);
    }

    /** With 8 codes for 16 keys, more than half and a guess in the other half. */
    private static Sample toldApart(NamedResult r) {
        double share = 8 / r.number("taskKeys");
        double guessed = 100 * (share + (1 - share) * r.number("chance"));
        double far = far(r, 8);
        return Sample.of(above("farOverGuessing", far - guessed, 5)).figures(far, guessed);
    }

    private static Sample lattice(NamedResult r) {
        double lattice = percent(r, "farLattice");
        double codebook = far(r, 32);
        return Sample.of(atMost("latticeUnderCodebook", codebook - lattice, 5))
                .figures(lattice, codebook);
    }
}
