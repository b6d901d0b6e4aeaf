package spaceslab.chart;

/**
 * One layer of a chart. A layer's legend entry is the text {@code <topic>.series.<name>} (or {@code
 * <topic>.value.<name>} for rules and marks). A series name ending in {@code .*} stands for all
 * qualified series of that name ({@code g.*} draws {@code g.n40}, {@code g.n1024}, …); their entry
 * is the same text with {0} replaced by the qualifier, and they take the slots from {@code slot}
 * on. {@code slot} 1–8 is colour and mark: one algorithm keeps its slot on every chart of the site.
 */
public sealed interface Layer {
    /** A line through a series; with a band where the series has lower and upper bounds. */
    record Line(String series, int slot, Stroke stroke) implements Layer {}

    /** Unconnected marks. */
    record Points(String series, int slot) implements Layer {}

    /** Bars from zero (linear axis) or from the axis' foot (log axis). */
    record Bars(String series, int slot) implements Layer {}

    /**
     * Filled regions: the series' points are the corners of polygons, each closed by repeating its
     * first corner, after which the next begins.
     */
    record Regions(String series, int slot) implements Layer {}

    /** A heat map of a grid; {@code diverging} centres its colours at zero. */
    record Heat(String grid, boolean diverging) implements Layer {}

    /** A straight rule across the chart at the run's value {@code value}. */
    record Rule(String value, Direction direction, int slot) implements Layer {}

    /** A single mark at two values of the run. */
    record Mark(String xValue, String yValue, int slot) implements Layer {}

    /** Dash of a line. */
    enum Stroke {
        SOLID,
        DASHED,
        DOTTED
    }

    /** Direction of a rule: vertical at an x value, horizontal at a y value. */
    enum Direction {
        VERTICAL,
        HORIZONTAL
    }

    static Layer line(String series, int slot) {
        return new Line(series, slot, Stroke.SOLID);
    }

    static Layer dashed(String series, int slot) {
        return new Line(series, slot, Stroke.DASHED);
    }

    static Layer dotted(String series, int slot) {
        return new Line(series, slot, Stroke.DOTTED);
    }

    static Layer points(String series, int slot) {
        return new Points(series, slot);
    }

    static Layer bars(String series, int slot) {
        return new Bars(series, slot);
    }

    static Layer regions(String series, int slot) {
        return new Regions(series, slot);
    }

    static Layer heat(String grid) {
        return new Heat(grid, false);
    }

    static Layer verticalRule(String value, int slot) {
        return new Rule(value, Direction.VERTICAL, slot);
    }

    static Layer horizontalRule(String value, int slot) {
        return new Rule(value, Direction.HORIZONTAL, slot);
    }

    static Layer mark(String xValue, String yValue, int slot) {
        return new Mark(xValue, yValue, slot);
    }
}
