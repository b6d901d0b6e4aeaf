package spaceslab.essay.amed;

import spaceslab.essay.amed.solver.Schedule;

/** The samplers to choose from, each with the schedule that its authors advise. */
public enum SolverChoice {
    /** DDIM is the same. */
    EULER("Euler", 1, Schedule.POLYNOMIAL, 7),
    HEUN("Heun", 2, Schedule.POLYNOMIAL, 7),
    MIDPOINT("midpoint", 2, Schedule.POLYNOMIAL, 7),
    DPM_SOLVER2("DPM-Solver-2", 2, Schedule.POLYNOMIAL, 7),
    IPNDM2("iPNDM-2", 1, Schedule.POLYNOMIAL, 7),
    IPNDM3("iPNDM-3", 1, Schedule.POLYNOMIAL, 7),
    IPNDM4("iPNDM-4", 1, Schedule.POLYNOMIAL, 7),
    /** DEIS ρAB3; iPNDM_v-4 with weights of the true steps. */
    IPNDM_V4("DEIS ρAB3", 1, Schedule.POLYNOMIAL, 7),
    DEIS_TAB3("DEIS tAB3", 1, Schedule.TIME_UNIFORM, 2),
    DPM_PP2M("DPM-Solver++(2M)", 1, Schedule.LOG_SNR, 7),
    DPM_PP3M("DPM-Solver++(3M)", 1, Schedule.LOG_SNR, 7),
    UNI_PC2("UniPC-2", 1, Schedule.LOG_SNR, 7),
    UNI_PC3("UniPC-3", 1, Schedule.LOG_SNR, 7),
    /** The same r in every step, c = 1. */
    AMED_FIXED("AMED-Solver", 2, Schedule.POLYNOMIAL, 7),
    /** r_n and c_n fitted on an independent batch. */
    AMED("AMED-Solver", 2, Schedule.TIME_UNIFORM, 1),
    /** α_n, the noise level that the model is told, fitted as well. */
    AMED_TIMED("AMED-Solver", 2, Schedule.TIME_UNIFORM, 1),
    /** The best r for every sample and step. */
    AMED_ORACLE("AMED-Solver", 2, Schedule.TIME_UNIFORM, 1),
    PLUGIN_IPNDM4("AMED-Plugin iPNDM-4", 2, Schedule.POLYNOMIAL, 7),
    PLUGIN_DPM_SOLVER2("AMED-Plugin DPM-Solver-2", 2, Schedule.POLYNOMIAL, 7),
    PLUGIN_DPM_PP3M("AMED-Plugin DPM-Solver++(3M)", 2, Schedule.LOG_SNR, 7),
    /** Euler on stamps chosen by dynamic programming. */
    GITS_EULER("GITS Euler", 1, Schedule.POLYNOMIAL, 7),
    /** iPNDM-4 on the same stamps. */
    GITS_IPNDM4("GITS iPNDM-4", 1, Schedule.POLYNOMIAL, 7);

    private final String title;
    private final int evaluationsPerStep;
    private final Schedule schedule;
    private final double rho;

    SolverChoice(String title, int evaluationsPerStep, Schedule schedule, double rho) {
        this.title = title;
        this.evaluationsPerStep = evaluationsPerStep;
        this.schedule = schedule;
        this.rho = rho;
    }

    /** As sentences print it, the same in every language. */
    String title() {
        return title;
    }

    int evaluationsPerStep() {
        return evaluationsPerStep;
    }

    /** The schedule that its authors advise. */
    Schedule ownSchedule() {
        return schedule;
    }

    /** Its exponent. */
    double ownRho() {
        return rho;
    }

    boolean isFitted() {
        return switch (this) {
            case AMED, AMED_TIMED, PLUGIN_IPNDM4, PLUGIN_DPM_SOLVER2, PLUGIN_DPM_PP3M -> true;
            default -> false;
        };
    }

    /** Whether nothing about it is found by looking at curves of the model. */
    boolean isUntrained() {
        return !isFitted() && !hasChosenStamps() && this != AMED_ORACLE;
    }

    boolean hasChosenStamps() {
        return this == GITS_EULER || this == GITS_IPNDM4;
    }

    /** As in links and results. */
    String key() {
        StringBuilder key = new StringBuilder();
        for (String word : name().split("_", -1)) {
            key.append(
                    key.isEmpty()
                            ? word.toLowerCase(java.util.Locale.ROOT)
                            : word.charAt(0)
                                    + word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return key.toString();
    }
}
