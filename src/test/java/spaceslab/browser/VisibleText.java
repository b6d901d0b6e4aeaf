package spaceslab.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a page says: its visible texts and the names that a screen reader speaks, without formulas
 * and code.
 */
final class VisibleText {
    /** A text key of ours that was shown instead of its text. */
    private static final Pattern KEY =
            Pattern.compile(
                    "(^|[\\s“(])([a-z][a-z-]*\\.){1,4}[a-zA-Z-]+\\.?(label|help|title|name|hook|claim|measured|caption|text|hint)\\b"
                            + "|\\b(client|page|site|choice|series|axis|phase|value|column|finding|violation|refused)\\.[a-zA-Z]+");

    /** Three English words in a row. */
    private static final Pattern ENGLISH =
            Pattern.compile("[A-Za-z][a-z]+,? [a-z]{2,},? [a-z]{2,}");

    private VisibleText() {}

    static List<String> of(Page page) {
        return ((List<?>)
                        page.evaluate(
                                """
                                () => {
                                  const said = [];
                                  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                                  for (let node; (node = walker.nextNode());) {
                                    const parent = node.parentElement;
                                    if (node.data.trim() && !parent.closest('script, style, noscript, code, pre, .katex, lab-math, lab-equation, button[lang], vaadin-connection-indicator')) {
                                      said.push(node.data.trim());
                                    }
                                  }
                                  for (const name of ['aria-label', 'title', 'placeholder', 'aria-roledescription', 'alt']) {
                                    document.body.querySelectorAll(`[${name}]`).forEach(e => said.push(e.getAttribute(name)));
                                  }
                                  return [document.title, ...said];
                                }
                                """))
                .stream().map(String::valueOf).toList();
    }

    static List<String> keys(List<String> texts) {
        return texts.stream().filter(text -> KEY.matcher(text).find()).distinct().toList();
    }

    static List<String> english(List<String> texts) {
        return texts.stream().filter(text -> ENGLISH.matcher(text).find()).distinct().toList();
    }
}
