package spaceslab.essay.amed.solver;

import java.util.Arrays;

/**
 * AMED-Solver and AMED-Plugin with one middle and one scale for each step, whatever the sample (Z.
 * Zhou et al., arXiv:2312.00094, there predicted for each sample by a small network): x_b = o + c_n
 * (e(r_n) − o). Two evaluations a step; at the second the model is told the level α_n s (the
 * authors' scale_time), where that is not 1.
 *
 * @param base the step whose middle is learned
 * @param middles r, one a step, in (0, 1)
 * @param scales c, one a step
 * @param timeScales α, one a step
 */
public record Amed(MiddleStep base, double[] middles, double[] scales, double[] timeScales)
        implements Solver {
    public Amed {
        middles = middles.clone();
        scales = scales.clone();
        timeScales = timeScales.clone();
        for (double r : middles) {
            if (!(r > 0 && r < 1)) {
                throw new IllegalArgumentException("r (" + r + ") must be in (0, 1)");
            }
        }
        if (middles.length != scales.length || middles.length != timeScales.length) {
            throw new IllegalArgumentException(
                    "%d middles, %d scales, %d time scales"
                            .formatted(middles.length, scales.length, timeScales.length));
        }
    }

    /** With α = 1. */
    public Amed(MiddleStep base, double[] middles, double[] scales) {
        this(base, middles, scales, Arrays.stream(middles).map(r -> 1).toArray());
    }

    /** AMED-Solver with the same r and c in every step. */
    public static Amed fixed(int steps, double r, double c) {
        double[] middles = new double[steps];
        double[] scales = new double[steps];
        Arrays.fill(middles, r);
        Arrays.fill(scales, c);
        return new Amed(new AmedBase(), middles, scales);
    }

    @Override
    public int evaluationsPerStep() {
        return 2;
    }

    @Override
    public Stepper begin(Evaluations model, double[] stamps) {
        if (stamps.length - 1 != middles.length) {
            throw new IllegalArgumentException(
                    middles.length + " middles for " + (stamps.length - 1) + " steps");
        }
        MiddleStep.Course course = base.begin(model, middles.length);
        return (n, x) -> {
            MiddleStep.Attempt attempt =
                    course.at(x.clone(), stamps[n], stamps[n + 1]).with(middles[n], timeScales[n]);
            attempt.taken().run();
            System.arraycopy(attempt.scaled(scales[n]), 0, x, 0, x.length);
        };
    }
}
