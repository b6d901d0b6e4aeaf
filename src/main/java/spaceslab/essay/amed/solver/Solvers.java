package spaceslab.essay.amed.solver;

import spaceslab.essay.amed.solver.AdamsBashforth.Weighting;

/** The samplers that need no training, under the field's names. */
public final class Solvers {
    private Solvers() {}

    /** Euler, which is DDIM in this parametrisation. */
    public static Solver euler() {
        return ipndm(1);
    }

    /** iPNDM-k: Adams–Bashforth with the weights of equal steps. */
    public static Solver ipndm(int order) {
        return new Multistep(new AdamsBashforth(order, Weighting.EVEN_STEPS));
    }

    /** Adams–Bashforth with the weights of the true steps: DEIS ρAB(k − 1), a correct iPNDM_v-k. */
    public static Solver variableAdams(int order) {
        return new Multistep(new AdamsBashforth(order, Weighting.TRUE_STEPS));
    }

    /** DEIS tAB(k − 1) between these ends. */
    public static Solver deisTimeAdams(int order, double start, double end) {
        return new Multistep(new DeisTimeAdams(order, VpTime.between(start, end)));
    }

    /** DPM-Solver++(kM). */
    public static Solver dpmSolverPlusPlus(int order, boolean lowersFinalOrder) {
        return new Multistep(new DpmSolverMultistep(order, true, lowersFinalOrder));
    }

    /** DPM-Solver(kM) on noise. */
    public static Solver dpmSolverMultistep(int order, boolean lowersFinalOrder) {
        return new Multistep(new DpmSolverMultistep(order, false, lowersFinalOrder));
    }
}
