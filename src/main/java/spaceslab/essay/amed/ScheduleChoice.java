package spaceslab.essay.amed;

import java.util.Optional;
import spaceslab.essay.amed.solver.Schedule;

/** Which schedule the samplers follow. */
public enum ScheduleChoice {
    /** Each the one its authors advise. */
    EACH_OWN,
    POLYNOMIAL,
    LOG_SNR,
    TIME_UNIFORM,
    UNIFORM;

    /** The one for all, where there is one. */
    Optional<Schedule> common() {
        return this == EACH_OWN ? Optional.empty() : Optional.of(Schedule.valueOf(name()));
    }
}
