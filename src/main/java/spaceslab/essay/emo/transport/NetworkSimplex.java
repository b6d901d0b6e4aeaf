package spaceslab.essay.emo.transport;

import java.util.Arrays;
import spaceslab.experiment.StopSignal;

/**
 * Exact optimal transport, min Σ P_ij C_ij with row sums p and column sums q, by the primal network
 * simplex on the complete bipartite graph.
 *
 * <p>A basis is a spanning tree of sources and sinks that carries the whole flow. Its potentials π
 * make every tree arc's reduced cost C_ij − π_i + π_j zero; an arc with a negative one enters, mass
 * is pushed around the cycle that it closes, and the arc that runs empty leaves. The tree starts as
 * the north-west corner and stays <em>strongly feasible</em> (empty arcs point to the root), so
 * degenerate masses cannot make it cycle (Cunningham 1976, doi:10.1007/BF01580379). Arcs are priced
 * in blocks of about √(mn) (Grigoriadis). O(m + n) a pivot beside the pricing; in practice some
 * pivots a node: milliseconds up to a hundred nodes. Rather than commons-math3's general simplex,
 * whose tableau is dense, (m + n) × mn.
 */
public final class NetworkSimplex {
    private static final double OPTIMAL = 1e-13;

    private final int sources;
    private final int nodes;
    private final Costs costs;

    /** Of each node; the root has −1. */
    private final int[] parent;

    /** On the tree's arc between each node and its parent. */
    private final double[] flow;

    private final double[] potential;
    private final int[] depth;
    private final int[] path;

    /** Where pricing goes on. */
    private int next;

    private NetworkSimplex(double[] p, double[] q, Costs costs) {
        this.costs = costs;
        sources = p.length;
        nodes = p.length + q.length;
        parent = new int[nodes];
        flow = new double[nodes];
        potential = new double[nodes];
        depth = new int[nodes];
        path = new int[nodes];
        northWestCorner(p.clone(), q.clone());
        label();
    }

    /**
     * The cheapest plan from p to q.
     *
     * @param p masses of the sources, not negative, sum 1
     * @param q masses of the sinks, likewise
     * @throws IllegalArgumentException naming what is wrong with the masses
     */
    public static Coupling solve(double[] p, double[] q, Costs costs, StopSignal stop) {
        Masses.check("p", p, costs.sources());
        Masses.check("q", q, costs.sinks());
        int[] from = support(p);
        int[] to = support(q);
        double[][] rows = new double[from.length][to.length];
        for (int i = 0; i < from.length; i++) {
            for (int j = 0; j < to.length; j++) {
                rows[i][j] = costs.at(from[i], to[j]);
            }
        }
        NetworkSimplex simplex = new NetworkSimplex(take(p, from), take(q, to), Costs.of(rows));
        simplex.improve(stop);
        return simplex.coupling(from, to, costs);
    }

    private static int[] support(double[] masses) {
        int[] support = new int[masses.length];
        int count = 0;
        for (int i = 0; i < masses.length; i++) {
            if (masses[i] > 0) {
                support[count++] = i;
            }
        }
        return Arrays.copyOf(support, count);
    }

    private static double[] take(double[] masses, int[] indices) {
        double[] taken = new double[indices.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = masses[indices[i]];
        }
        return taken;
    }

    /**
     * The staircase of arcs from the first source to the last sink, rooted at the first source.
     * Where a row and a column end together the staircase goes down, so that the empty arc points
     * to the root.
     */
    private void northWestCorner(double[] p, double[] q) {
        parent[0] = -1;
        int i = 0;
        int j = 0;
        int reached = 0;
        while (true) {
            boolean lastRow = i == p.length - 1;
            boolean lastColumn = j == q.length - 1;
            double moved = lastRow ? q[j] : lastColumn ? p[i] : Math.min(p[i], q[j]);
            int fresh = reached == sinkNode(j) ? i : sinkNode(j);
            parent[fresh] = reached;
            flow[fresh] = Math.max(0, moved);
            if (lastRow && lastColumn) {
                return;
            }
            p[i] -= moved;
            q[j] -= moved;
            boolean down = lastColumn || (!lastRow && p[i] <= q[j]);
            reached = down ? sinkNode(j) : i;
            if (down) {
                i++;
            } else {
                j++;
            }
        }
    }

    private int sinkNode(int sink) {
        return sources + sink;
    }

    private boolean isSource(int node) {
        return node < sources;
    }

    /** Depths and potentials of all nodes, from the root outwards. */
    private void label() {
        Arrays.fill(depth, -1);
        for (int node = 0; node < nodes; node++) {
            label(node);
        }
    }

    private void label(int start) {
        int length = 0;
        int node = start;
        while (node >= 0 && depth[node] < 0) {
            path[length++] = node;
            node = parent[node];
        }
        while (length > 0) {
            int child = path[--length];
            int above = parent[child];
            if (above < 0) {
                depth[child] = 0;
                potential[child] = 0;
            } else {
                depth[child] = depth[above] + 1;
                double cost = isSource(child) ? cost(child, above) : cost(above, child);
                potential[child] = potential[above] + (isSource(child) ? cost : -cost);
            }
        }
    }

    private double cost(int source, int sinkNode) {
        return costs.at(source, sinkNode - sources);
    }

    private void improve(StopSignal stop) {
        double tolerance = OPTIMAL * (1 + costs.largest());
        for (long pivot = 0; ; pivot++) {
            if (pivot % 64 == 0) {
                stop.check();
            }
            int arc = entering(tolerance);
            if (arc < 0) {
                return;
            }
            pivot(arc / costs.sinks(), sources + arc % costs.sinks());
        }
    }

    /** The arc of the most negative reduced cost in the first block that has one, or −1. */
    private int entering(double tolerance) {
        int sinks = costs.sinks();
        int arcs = sources * sinks;
        int block = Math.max(16, (int) Math.sqrt(arcs));
        int best = -1;
        double least = -tolerance;
        for (int seen = 1; seen <= arcs; seen++) {
            int i = next / sinks;
            int j = next % sinks;
            double reduced = costs.at(i, j) - potential[i] + potential[sources + j];
            if (reduced < least) {
                least = reduced;
                best = next;
            }
            next = next + 1 == arcs ? 0 : next + 1;
            if (seen % block == 0 && best >= 0) {
                return best;
            }
        }
        return best;
    }

    /**
     * Pushes mass along source → sink and back through the tree. Of the arcs that run empty the
     * last one on the cycle, counted from its top in the direction of the mass, leaves.
     */
    private void pivot(int source, int sink) {
        int top = top(source, sink);
        double pushed = Double.POSITIVE_INFINITY;
        int leaving = -1;
        boolean onSourceSide = false;
        for (int node = source; node != top; node = parent[node]) {
            if (isSource(node) && flow[node] < pushed) {
                pushed = flow[node];
                leaving = node;
                onSourceSide = true;
            }
        }
        for (int node = sink; node != top; node = parent[node]) {
            if (!isSource(node) && flow[node] <= pushed) {
                pushed = flow[node];
                leaving = node;
                onSourceSide = false;
            }
        }
        for (int node = source; node != top; node = parent[node]) {
            flow[node] += isSource(node) ? -pushed : pushed;
        }
        for (int node = sink; node != top; node = parent[node]) {
            flow[node] += isSource(node) ? pushed : -pushed;
        }
        if (onSourceSide) {
            hang(source, sink, leaving, pushed);
        } else {
            hang(sink, source, leaving, pushed);
        }
        label();
    }

    private int top(int a, int b) {
        int x = a;
        int y = b;
        while (x != y) {
            if (depth[x] >= depth[y]) {
                x = parent[x];
            } else {
                y = parent[y];
            }
        }
        return x;
    }

    /** Turns the tree's path from {@code node} up to {@code leaving} round and hangs it on. */
    private void hang(int node, int newParent, int leaving, double newFlow) {
        int child = node;
        int above = newParent;
        double carried = newFlow;
        while (true) {
            int former = parent[child];
            double formerFlow = flow[child];
            parent[child] = above;
            flow[child] = carried;
            if (child == leaving) {
                return;
            }
            above = child;
            carried = formerFlow;
            child = former;
        }
    }

    private Coupling coupling(int[] from, int[] to, Costs all) {
        double[] plan = new double[all.sources() * all.sinks()];
        double cost = 0;
        for (int node = 0; node < nodes; node++) {
            if (parent[node] >= 0) {
                int source = isSource(node) ? node : parent[node];
                int sink = (isSource(node) ? parent[node] : node) - sources;
                plan[from[source] * all.sinks() + to[sink]] = flow[node];
                cost += flow[node] * costs.at(source, sink);
            }
        }
        double[] v = new double[all.sinks()];
        Arrays.fill(v, Double.POSITIVE_INFINITY);
        for (int j = 0; j < to.length; j++) {
            v[to[j]] = -potential[sources + j];
        }
        double[] u = new double[all.sources()];
        Arrays.fill(u, Double.POSITIVE_INFINITY);
        for (int i = 0; i < from.length; i++) {
            u[from[i]] = potential[i];
        }
        complete(u, v, all);
        return new Coupling(all.sources(), all.sinks(), plan, u, v, cost);
    }

    /** Places without mass get the largest potential that stays feasible. */
    private static void complete(double[] u, double[] v, Costs costs) {
        for (int j = 0; j < v.length; j++) {
            if (Double.isInfinite(v[j])) {
                for (int i = 0; i < u.length; i++) {
                    if (Double.isFinite(u[i])) {
                        v[j] = Math.min(v[j], costs.at(i, j) - u[i]);
                    }
                }
            }
        }
        for (int i = 0; i < u.length; i++) {
            if (Double.isInfinite(u[i])) {
                for (int j = 0; j < v.length; j++) {
                    u[i] = Math.min(u[i], costs.at(i, j) - v[j]);
                }
            }
        }
    }
}
