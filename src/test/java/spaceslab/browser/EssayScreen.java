package spaceslab.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;

/** An essay's page as a journey sees it: controls by parameter, figures, the run on screen. */
final class EssayScreen {
    private static final String DRAWN =
            """
            i => {
              const canvas = document.querySelectorAll('lab-chart canvas')[i];
              if (!canvas || !canvas.width) return false;
              const pixels = new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer);
              return new Set(pixels).size > 8;
            }
            """;
    private final Page page;

    EssayScreen(Page page) {
        this.page = page;
    }

    /** Opens an address and waits until its run has ended and its first chart is drawn. */
    static EssayScreen open(Visit visit, String path) {
        EssayScreen screen = new EssayScreen(visit.open(path));
        screen.awaitEnd();
        screen.awaitChart(0);
        return screen;
    }

    Page page() {
        return page;
    }

    Locator control(String parameter) {
        return page.locator("lab-control[data-name='" + parameter + "']");
    }

    /** The field in which the parameter is typed or chosen. */
    Locator field(String parameter) {
        return control(parameter).locator("[id$='-field']");
    }

    Locator slider(String parameter) {
        return control(parameter).locator("input[type=range]");
    }

    Locator error(String parameter) {
        return control(parameter).locator(".error");
    }

    Locator messages() {
        return page.locator(".violations");
    }

    Locator tile(String value) {
        return page.locator(".tile[data-name='" + value + "'] dd").first();
    }

    Locator button(String name) {
        return page.locator(".controls")
                .getByRole(
                        com.microsoft.playwright.options.AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator outcome() {
        return page.locator("lab-status .outcome");
    }

    /** Types as a visitor does and leaves the field with Enter. */
    void type(String parameter, String text) {
        field(parameter).fill(text);
        field(parameter).press("Enter");
    }

    void awaitEnd() {
        page.waitForFunction(
                "() => { const s = document.querySelector('lab-bench')?.store;"
                        + " return !!s?.shown?.outcome && !s.waiting; }");
    }

    /** Waits until the ended run on screen was computed with this text of a parameter. */
    void awaitParameter(String parameter, String text) {
        page.waitForFunction(
                "([name, text]) => { const s = document.querySelector('lab-bench')?.store;"
                        + " return !!s?.shown?.outcome && !s.waiting && String(s.shown.parameters[name]) === text; }",
                java.util.List.of(parameter, text));
    }

    void awaitChart(int number) {
        page.waitForFunction(DRAWN, number);
    }

    /** A value of the run on screen as the server sent it. */
    Object value(String name) {
        return page.evaluate(
                "name => document.querySelector('lab-bench').store.shown.values.get(name)?.value",
                name);
    }

    Object parameters() {
        return page.evaluate("() => document.querySelector('lab-bench').store.shown.parameters");
    }

    String runId() {
        return String.valueOf(
                page.evaluate("() => document.querySelector('lab-bench').store.newest?.id"));
    }

    /** The picture of a chart, to tell whether it was drawn anew. */
    String picture(int chart) {
        return String.valueOf(
                page.evaluate(
                        "i => document.querySelectorAll('lab-chart canvas')[i].toDataURL()",
                        chart));
    }

    void awaitOtherPicture(int chart, String before) {
        page.waitForFunction(
                "([i, before]) => document.querySelectorAll('lab-chart canvas')[i].toDataURL() !== before",
                java.util.List.of(chart, before));
    }

    /** The texts of a run's values, by name. */
    Map<?, ?> values() {
        return (Map<?, ?>)
                page.evaluate(
                        "() => Object.fromEntries([...document.querySelector('lab-bench').store.shown.values].map(([k, v]) => [k, v.value]))");
    }
}
