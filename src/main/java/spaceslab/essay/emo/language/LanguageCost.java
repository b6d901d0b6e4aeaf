package spaceslab.essay.emo.language;

import spaceslab.experiment.Cost;

/** What a run will take, at speeds measured on the reference machine; two arms at a time. */
final class LanguageCost {
    private static final double OVERHEAD = 4;
    private static final double STEP = 0.035;
    private static final double LOOK = 1.5;
    private static final double SAMPLE = 0.025;

    private LanguageCost() {}

    static Cost of(LanguageParameters parameters) {
        int arms = parameters.losses().size();
        double arm =
                parameters.steps() * STEP
                        + (1 + LanguageArm.LOOKS) * LOOK
                        + parameters.samples() * SAMPLE;
        double rounds = Math.ceil((arms + 1) / 2.0);
        return new Cost(OVERHEAD + rounds * arm, 300_000_000);
    }
}
