package spaceslab.base.ui;

import com.vaadin.flow.component.UI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spaceslab.experiment.Language;
import spaceslab.experiment.StopSignal;
import spaceslab.run.Refused;
import spaceslab.run.Run;
import spaceslab.run.RunService;
import spaceslab.run.RunSetup;

/**
 * Shows the newest run of a page: following a new one gives the old one up, and so does a browser
 * that has vanished.
 */
final class RunFeed {
    private static final Logger log = LoggerFactory.getLogger(RunFeed.class);

    private final RunService runs;
    private final OpenPage page;
    private final Runnable followed;
    private long latest;
    private @Nullable Shown current;

    /** Calls {@code followed}, with the session lock held, whenever another run is shown. */
    RunFeed(
            RunService runs,
            Pulse pulse,
            LabBench bench,
            UI ui,
            Language language,
            Runnable followed) {
        this.followed = followed;
        this.runs = runs;
        this.page = new OpenPage(ui, bench, pulse, language);
    }

    /**
     * Submits a set-up and shows its run from now on, unless a newer one is submitted meanwhile;
     * called with the session lock held.
     */
    void submit(RunSetup<?> setup, String visitor, String label, Consumer<Refused> refused) {
        Ticket ticket = new Ticket(++latest);
        settleWhenDone(
                ticket, runs.submit(setup, RunService.Asker.page(ticket, visitor)), label, refused);
    }

    /** The same for a run that comes with the product and shall be computed here. */
    void recompute(RunSetup<?> setup, String visitor, String label, Consumer<Refused> refused) {
        Ticket ticket = new Ticket(++latest);
        settleWhenDone(
                ticket,
                runs.recompute(setup, RunService.Asker.page(ticket, visitor)),
                label,
                refused);
    }

    private void settleWhenDone(
            Ticket ticket,
            CompletableFuture<RunService.Submission> answer,
            String label,
            Consumer<Refused> refused) {
        if (answer.isDone()) {
            settle(ticket, answer, label, refused);
        } else {
            answer.whenComplete(
                    (done, failed) -> page.access(() -> settle(ticket, answer, label, refused)));
        }
    }

    /** Shows the run of a queued set-up that is kept or under way, and starts none. */
    void rejoin(RunSetup<?> setup, String visitor, String label) {
        Ticket ticket = new Ticket(++latest);
        runs.rejoin(setup, RunService.Asker.page(ticket, visitor))
                .thenAccept(found ->
                        found.ifPresent(known -> page.access(() -> settle(ticket, known, label))));
    }

    private void settle(
            Ticket ticket,
            CompletableFuture<RunService.Submission> answer,
            String label,
            Consumer<Refused> refused) {
        try {
            settle(ticket, answer.join(), label);
        } catch (CompletionException failed) {
            if (!(failed.getCause() instanceof Refused why)) {
                throw failed;
            }
            if (ticket.number == latest) {
                refused.accept(why);
            }
        }
    }

    private void settle(Ticket ticket, RunService.Submission submission, String label) {
        if (ticket.number == latest) {
            follow(submission, ticket, label);
        } else {
            runs.release(submission.run(), ticket, StopSignal.Reason.SUPERSEDED);
        }
    }

    /** Shows a run that others asked for; called with the session lock held. */
    void follow(RunService.Submission submission, String label) {
        follow(submission, new Ticket(++latest), label);
    }

    private void follow(RunService.Submission submission, Ticket ticket, String label) {
        Run run = submission.run();
        if (current != null && current.following.run() == run && !submission.cached()) {
            // asked again while it runs: it is shown already, and held by the first ticket
            runs.release(run, ticket, StopSignal.Reason.SUPERSEDED);
            return;
        }
        giveUp(StopSignal.Reason.SUPERSEDED);
        begin(
                new Shown(
                        new FollowedRun(
                                page,
                                run,
                                submission.cached(),
                                label,
                                () -> runs.release(run, ticket, StopSignal.Reason.VISITOR)),
                        ticket));
    }

    private void begin(Shown next) {
        current = next;
        next.following.begin();
        followed.run();
    }

    /**
     * Sends the run that is shown anew, from its first event: what was under way to a page that is
     * resynchronised is lost. Called with the session lock held.
     */
    void resend() {
        if (current != null) {
            current.following.end();
            begin(new Shown(current.following.again(), current.ticket));
        }
    }

    /** The run that is shown, if any. */
    Optional<Run> run() {
        return current == null ? Optional.empty() : Optional.of(current.following.run());
    }

    /** Stores a run for good, then tells on the page's thread. */
    void keep(Run run, String visitor, Runnable kept, Consumer<Refused> refused) {
        runs.keep(run, visitor)
                .whenComplete((done, failed) ->
                        page.access(() -> {
                            if (failed == null) {
                                kept.run();
                            } else if (failed.getCause() instanceof Refused why) {
                                refused.accept(why);
                            } else if (failed instanceof Refused why) {
                                refused.accept(why);
                            } else {
                                log.error("run {} was not kept", run.id(), failed);
                            }
                        }));
    }

    /** Stops the run that is shown but goes on showing what it found until its end. */
    void stopRun() {
        if (current != null) {
            runs.release(current.following.run(), current.ticket, StopSignal.Reason.VISITOR);
        }
    }

    /** The page goes; whatever is under way for it is given up. */
    void close() {
        latest++;
        giveUp(StopSignal.Reason.SUPERSEDED);
    }

    private void giveUp(StopSignal.Reason why) {
        if (current != null) {
            current.following.end();
            runs.release(current.following.run(), current.ticket, why);
            current = null;
        }
    }

    /** One wish of the page; its identity holds the run that it got. */
    private static final class Ticket {
        private final long number;

        Ticket(long number) {
            this.number = number;
        }
    }

    /** The run that is shown, and the wish that holds it. */
    private record Shown(FollowedRun following, Ticket ticket) {}
}
