package spaceslab.essay.amed;

import java.util.Arrays;
import java.util.List;
import spaceslab.experiment.Finding.Measurement;
import spaceslab.experiment.Finding.Status;
import spaceslab.experiment.RunResult;

/** The checks behind the findings; each decides from a run's result alone. */
final class AmedChecks {
    /** The number of evaluations that the essay argues with. */
    private static final int FEW = 5;

    private AmedChecks() {}

    /** Both Heun and DPM-Solver-2 end further away than Euler. */
    static Measurement secondOrderBehind(RunResult r, double tolerance) {
        double euler = error(r, "euler", FEW);
        double heun = error(r, "heun", FEW);
        double dpm = error(r, "dpmSolver2", FEW);
        return Measurement.that(Math.min(heun, dpm) > euler * (1 + tolerance), euler, heun, dpm);
    }

    /** By distance they are behind; by images reached DPM-Solver-2 may be ahead. */
    static Measurement secondOrderDepends(RunResult r, double tolerance) {
        double euler = error(r, "euler", FEW);
        double heun = error(r, "heun", FEW);
        double dpm = error(r, "dpmSolver2", FEW);
        double reachedByEuler = cell(r, "euler", FEW, 4);
        double reachedByDpm = cell(r, "dpmSolver2", FEW, 4);
        boolean behind = Math.min(heun, dpm) > euler * (1 + tolerance);
        boolean fewer = reachedByDpm < reachedByEuler - tolerance;
        Status status =
                behind && fewer
                        ? Status.HOLDS
                        : behind || fewer ? Status.DEPENDS_ON : Status.DOES_NOT_HOLD;
        return Measurement.of(status, euler, heun, dpm, 100 * reachedByEuler, 100 * reachedByDpm);
    }

    /** AMED's error is below that of every untrained sampler. */
    static Measurement amedFirst(RunResult r, double tolerance) {
        double amed = error(r, "amed", FEW);
        String best = "";
        double least = Double.POSITIVE_INFINITY;
        for (List<Object> row : r.table("errors")) {
            String solver = (String) row.get(0);
            if (number(row, 1) == FEW && !solver.startsWith("amed") && number(row, 3) < least) {
                least = number(row, 3);
                best = solver;
            }
        }
        return Measurement.that(amed * (1 + tolerance) < least, amed, title(best), least);
    }

    /** A fitted α_n lowers AMED's error by more than the tolerance. */
    static Measurement timeScaleGain(RunResult r, double tolerance) {
        double plain = error(r, "amed", FEW);
        double timed = error(r, "amedTimed", FEW);
        return Measurement.that(timed < plain * (1 - tolerance), plain, timed);
    }

    /** The better of iPNDM-4 and DEIS is below AMED and all two-stage samplers. */
    static Measurement multistepFirst(RunResult r, double tolerance) {
        double ipndm = error(r, "ipndm4", FEW);
        double deis = error(r, "deisTab3", FEW);
        double amed = error(r, "amed", FEW);
        double others = Math.min(error(r, "heun", FEW), error(r, "dpmSolver2", FEW));
        double best = Math.min(ipndm, deis);
        return Measurement.that(
                best * (1 + tolerance) < Math.min(amed, others), ipndm, deis, amed, others);
    }

    /**
     * The r that is best for each step of each sample is never worse at the end than one r for all.
     */
    static Measurement greedyIsBest(RunResult r, double tolerance) {
        int against = 0;
        double amed = 0;
        double oracle = 0;
        for (List<Object> row : r.table("errors")) {
            if (row.get(0).equals("amed")) {
                int nfe = (int) number(row, 1);
                double best = error(r, "amedOracle", nfe);
                if (number(row, 3) * (1 + tolerance) < best) {
                    against = nfe;
                    amed = number(row, 3);
                    oracle = best;
                }
            }
        }
        return against == 0
                ? Measurement.of(
                        Status.HOLDS, FEW, error(r, "amed", FEW), error(r, "amedOracle", FEW))
                : Measurement.of(Status.DOES_NOT_HOLD, against, amed, oracle);
    }

    /**
     * In the published table DPM-Solver-2 is behind DDIM at five evaluations on every image set.
     */
    static Measurement publishedSecondOrder(RunResult r, double tolerance) {
        double dpm = 0;
        double euler = 0;
        boolean holds = true;
        for (List<Object> row : r.table("publishedFid")) {
            if (row.get(1).equals("dpmSolver2") && number(row, 2) == FEW) {
                double other = published(r, row.get(0), "euler", FEW);
                if (number(row, 3) <= other * (1 + tolerance)) {
                    holds = false;
                    dpm = number(row, 3);
                    euler = other;
                }
            }
        }
        return Measurement.that(holds, dpm, euler);
    }

    /** In the published table AMED-Solver is best of all but the plugin, everywhere. */
    static Measurement publishedBest(RunResult r, double tolerance) {
        int behind = 0;
        int places = 0;
        double amed = 0;
        double least = 0;
        for (List<Object> row : r.table("publishedFid")) {
            if (row.get(1).equals("amed")) {
                places++;
                double best = leastPublished(r, row.get(0), (int) number(row, 2));
                if (number(row, 3) > best * (1 + tolerance)) {
                    behind++;
                    if (number(row, 2) == 3) {
                        amed = number(row, 3);
                        least = best;
                    }
                }
            }
        }
        return Measurement.that(behind == 0, behind, places, amed, least);
    }

    private static double leastPublished(RunResult r, Object set, int nfe) {
        double least = Double.POSITIVE_INFINITY;
        for (List<Object> row : r.table("publishedFid")) {
            String solver = (String) row.get(1);
            boolean other = !solver.equals("amed") && !solver.startsWith("plugin");
            if (other && row.get(0).equals(set) && number(row, 2) == nfe) {
                least = Math.min(least, number(row, 3));
            }
        }
        return least;
    }

    private static double published(RunResult r, Object set, String solver, int nfe) {
        for (List<Object> row : r.table("publishedFid")) {
            if (row.get(0).equals(set) && row.get(1).equals(solver) && number(row, 2) == nfe) {
                return number(row, 3);
            }
        }
        throw new IllegalArgumentException("no published " + solver + " of " + set);
    }

    /** iPNDM-4 has order 2 like Heun, UniPC-3 a higher one; with five steps that says nothing. */
    static Measurement orderIsNotAccuracy(RunResult r, double tolerance) {
        double ipndm = r.number("fittedOrder.ipndm4");
        double uniPc = r.number("fittedOrder.uniPc3");
        double few = r.series("errorAt.ipndm4").y()[0];
        double higher = r.series("errorAt.uniPc3").y()[0];
        return Measurement.that(
                ipndm < uniPc - 1 + tolerance && few < higher, ipndm, uniPc, few, higher);
    }

    static Measurement midpointIsSecond(RunResult r, double tolerance) {
        double order = r.number("fittedOrder.midpoint");
        return Measurement.that(Math.abs(order - 2) <= tolerance, order);
    }

    static Measurement fixedMiddle(RunResult r, double tolerance) {
        double fixed = r.number("fittedOrder.amedFixed");
        double half = r.number("fittedOrder.dpmSolver2");
        return Measurement.that(
                Math.abs(fixed - 1) <= tolerance && Math.abs(half - 2) <= tolerance, fixed, half);
    }

    /** On an exact start weights of the true steps give order 4, those of equal steps 2. */
    static Measurement trueWeights(RunResult r, double tolerance) {
        double even = r.number("fittedOrder.ipndm4");
        double exact = r.number("fittedOrder.ipndmV4");
        return Measurement.that(
                Math.abs(even - 2) <= tolerance && Math.abs(exact - 4) <= tolerance, exact, even);
    }

    static Measurement thirdOrderMultistep(RunResult r, double tolerance) {
        double order = r.number("fittedOrder.dpmPp3m");
        return Measurement.that(Math.abs(order - 3) <= tolerance, order);
    }

    /** Tolerance is the part of |x| that may lie outside two components. */
    static Measurement planar(RunResult r, double tolerance) {
        double two = r.number("worstTwo");
        return Measurement.that(
                two <= 100 * tolerance, r.number("worstOne"), two, r.number("worstThree"));
    }

    /**
     * Of the gain from no training to the best r, the fitted numbers reach at least the tolerance.
     */
    static Measurement scalarsGain(RunResult r, double tolerance) {
        double untrained = r.number("errorUntrained");
        double scalars = r.number("errorScalars");
        double oracle = r.number("errorOracle");
        return Measurement.that(
                untrained - scalars >= tolerance * (untrained - oracle),
                untrained,
                scalars,
                r.number("errorPredicted"),
                oracle);
    }

    static Measurement networkGain(RunResult r, double tolerance) {
        double network = r.number("errorPredicted");
        double scalars = r.number("errorScalars");
        return Measurement.that(network * (1 + tolerance) < scalars, network, scalars);
    }

    /** The same, with the best r of every sample beside it. */
    static Measurement networkGainWithBest(RunResult r, double tolerance) {
        double network = r.number("errorPredicted");
        double scalars = r.number("errorScalars");
        return Measurement.that(
                network * (1 + tolerance) < scalars, network, scalars, r.number("errorOracle"));
    }

    private static double error(RunResult r, String solver, int nfe) {
        return cell(r, solver, nfe, 3);
    }

    private static double cell(RunResult r, String solver, int nfe, int column) {
        for (List<Object> row : r.table("errors")) {
            if (row.get(0).equals(solver) && number(row, 1) == nfe) {
                return number(row, column);
            }
        }
        throw new IllegalArgumentException("no error of " + solver + " at " + nfe);
    }

    private static double number(List<Object> row, int column) {
        return ((Number) row.get(column)).doubleValue();
    }

    private static String title(String key) {
        return Arrays.stream(SolverChoice.values())
                .filter(choice -> choice.key().equals(key))
                .findFirst()
                .orElseThrow()
                .title();
    }
}
