package spaceslab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The declared names of everything an experiment may return. A name emitted with a qualifier
 * ({@code g.n1024}) belongs to the declared name before the dot.
 */
public record ResultSchema(
        List<Item> values,
        List<Item> series,
        List<Table> tables,
        List<Item> grids,
        List<Item> images) {

    public ResultSchema {
        values = List.copyOf(values);
        series = List.copyOf(series);
        tables = List.copyOf(tables);
        grids = List.copyOf(grids);
        images = List.copyOf(images);
    }

    /**
     * A named result.
     *
     * @param unit empty for a pure number
     * @param clocked whether it comes from a clock, so that no two runs give the same
     */
    public record Item(String name, String unit, boolean clocked) {
        private static final Set<String> CLOCKED = Set.of("s", "ms", "ns", "s/s");

        /** As declared: {@code s/s} is a pure number made of times. */
        static Item declared(String name, String unit) {
            return new Item(name, unit.equals("s/s") ? "" : unit, CLOCKED.contains(unit));
        }
    }

    /** A named table. */
    public record Table(String name, List<Item> columns) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /** The part of a name before its qualifier. */
    public static String base(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The table called {@code name}, or empty. */
    public Optional<Table> table(String name) {
        return tables.stream().filter(t -> t.name().equals(base(name))).findFirst();
    }

    /** Whether an event's name is declared here. */
    public boolean declares(RunEvent event) {
        return switch (event) {
            case RunEvent.Points p -> has(series, p.series());
            case RunEvent.Grid g -> has(grids, g.name());
            case RunEvent.Images i -> has(images, i.name());
            case RunEvent.Row r ->
                    table(r.table())
                            .filter(t -> t.columns().size() == r.cells().size())
                            .isPresent();
            case RunEvent.Value v -> has(values, v.name());
            case RunEvent.Progress p -> true;
            case RunEvent.Note n -> true;
            case RunEvent.Restarted r -> true;
            case RunEvent.Ended e -> true;
        };
    }

    private static boolean has(List<Item> items, String name) {
        String base = base(name);
        return items.stream().anyMatch(i -> i.name().equals(base));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the declarations in reading order; {@code "elapsed [s]"} declares a unit. */
    public static final class Builder {
        private final List<Item> values = new ArrayList<>();
        private final List<Item> series = new ArrayList<>();
        private final List<Table> tables = new ArrayList<>();
        private final List<Item> grids = new ArrayList<>();
        private final List<Item> images = new ArrayList<>();

        public Builder values(String... names) {
            values.addAll(items(names));
            return this;
        }

        public Builder series(String... names) {
            series.addAll(items(names));
            return this;
        }

        public Builder table(String name, String... columns) {
            tables.add(new Table(name, items(columns)));
            return this;
        }

        public Builder grids(String... names) {
            grids.addAll(items(names));
            return this;
        }

        public Builder images(String... names) {
            images.addAll(items(names));
            return this;
        }

        public ResultSchema build() {
            return new ResultSchema(values, series, tables, grids, images);
        }

        private static List<Item> items(String[] names) {
            List<Item> items = new ArrayList<>();
            for (String name : names) {
                int bracket = name.indexOf(" [");
                items.add(
                        bracket < 0
                                ? Item.declared(name, "")
                                : Item.declared(
                                        name.substring(0, bracket),
                                        name.substring(bracket + 2, name.length() - 1)));
            }
            return items;
        }
    }
}
