package spaceslab.essay.emo.language;

import java.util.List;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.SeededStreams;

/**
 * What the arms stand beside: the pre-trained model as it comes, the Bible's test windows
 * themselves, and other windows of the Bible, whose nearness to the test windows is what two real
 * texts reach. In the open root scope.
 */
final class Unchanged {
    private final LanguageParameters parameters;
    private final Emitter out;
    private final StopSignal stop;
    private final Judge judge;

    Unchanged(LanguageParameters parameters, Emitter out, StopSignal stop) {
        this.parameters = parameters;
        this.out = out;
        this.stop = stop;
        SeededStreams streams = new SeededStreams(parameters.seed());
        judge = new Judge(parameters.samples(), streams.child(LanguageArm.JUDGING), stop);
    }

    List<LanguageExperiment.Ending> run() {
        VerseModel model = TrainedWeights.model(ModelSize.BASE);
        TextWindows test = TextWindows.consecutive(BibleText.all().test(), VerseModel.CONTEXT);
        double perplexity = Math.exp(PreTraining.mean(model.surprise(test, stop)));
        out.value("pretrainedPerplexity", perplexity);
        TextWindows written = judge.writtenBy(model, parameters.samples());
        Judge.Verdict verdict = judge.of(written);
        LanguageExperiment.row(out, "pretrained", 0, perplexity, perplexity, verdict, "");
        Judge.Verdict real = judge.of(judge.real());
        out.value("textPerplexity", real.perplexity());
        LanguageExperiment.row(out, "bible", "", "", "", real, "");
        Judge.Verdict other = judge.of(judge.otherVerses());
        LanguageExperiment.row(out, "otherVerses", "", "", "", other, "");
        return List.of(
                LanguageExperiment.Ending.of("pretrained", written),
                LanguageExperiment.Ending.of("bible", judge.real()));
    }
}
