package spaceslab.base.ui;

import org.springframework.stereotype.Component;
import spaceslab.ledger.Ledger;
import spaceslab.run.RunService;

/** What an essay's page works with. */
@Component
public final class Workbench {
    private final RunService runs;
    private final Ledger ledger;
    private final Pulse pulse;

    Workbench(RunService runs, Ledger ledger, Pulse pulse) {
        this.runs = runs;
        this.ledger = ledger;
        this.pulse = pulse;
    }

    RunService runs() {
        return runs;
    }

    Ledger ledger() {
        return ledger;
    }

    Pulse pulse() {
        return pulse;
    }
}
