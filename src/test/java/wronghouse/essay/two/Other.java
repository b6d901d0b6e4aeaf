package wronghouse.essay.two;

import com.vaadin.flow.component.UI;

/** An algorithm that knows its page. */
public record Other(UI ui) {}
