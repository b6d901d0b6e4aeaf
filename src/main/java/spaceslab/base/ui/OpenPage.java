package spaceslab.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spaceslab.experiment.Language;

/** What is needed to send something to a page that is open in a browser. */
record OpenPage(UI ui, LabBench bench, Pulse pulse, Language language) {
    private static final Logger log = LoggerFactory.getLogger(OpenPage.class);

    /** Runs a job with the session lock held, unless the page is gone. */
    void access(Runnable job) {
        try {
            ui.access(job::run);
        } catch (UIDetachedException gone) {
            log.debug("a page is gone");
        }
    }
}
