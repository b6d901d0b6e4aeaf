package spaceslab.base.ui;

import org.springframework.stereotype.Component;
import spaceslab.run.LedgerService;
import spaceslab.run.RunService;

/** What an essay's page works with. */
@Component
public final class Workbench {
    private final RunService runs;
    private final LedgerService ledger;
    private final Pulse pulse;

    Workbench(RunService runs, LedgerService ledger, Pulse pulse) {
        this.runs = runs;
        this.ledger = ledger;
        this.pulse = pulse;
    }

    RunService runs() {
        return runs;
    }

    LedgerService ledger() {
        return ledger;
    }

    Pulse pulse() {
        return pulse;
    }
}
