package spaceslab.essay.amed.meanvalue;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import spaceslab.experiment.Cost;
import spaceslab.experiment.Emitter;
import spaceslab.experiment.Experiment;
import spaceslab.experiment.ResultSchema;
import spaceslab.experiment.StopSignal;
import spaceslab.numerics.Extremum;

/**
 * A curve's piece, its chord and the slope at every point between: the mean value theorem for
 * vector functions, seen to fail. Curves of space are drawn in an oblique view.
 */
public final class ChordExperiment implements Experiment<ChordParameters> {
    /** Even, so that the middle of the piece is one of the points. */
    private static final int POINTS = 400;

    private static final double ROUNDING = 1e-15;
    private static final double DEPTH = 0.35;
    private static final double ROOT_TOLERANCE = 1e-12;
    private static final ResultSchema RESULTS =
            ResultSchema.builder()
                    .values(
                            "gapHere",
                            "angleHere [°]",
                            "scaleHere",
                            "leastGap",
                            "leastAngle [°]",
                            "scaleAtLeastAngle",
                            "leastGapScaled",
                            "share")
                    .series("curve", "chord", "slopeStep", "touching", "gap", "angle", "scaled")
                    .table("components", "component", "point")
                    .build();

    /** The least gaps and angle were read off the points that are drawn. */
    @Override
    public int schemaVersion() {
        return 2;
    }

    @Override
    public String id() {
        return "chord";
    }

    @Override
    public Class<ChordParameters> parameters() {
        return ChordParameters.class;
    }

    @Override
    public Mode mode(ChordParameters parameters) {
        return Mode.LIVE;
    }

    @Override
    public Cost cost(ChordParameters parameters) {
        return Cost.small();
    }

    @Override
    public ResultSchema results() {
        return RESULTS;
    }

    @Override
    public void run(ChordParameters p, Emitter out, StopSignal stop) {
        stop.check();
        Chord chord = new Chord(p.curve(), p.pitch(), p.from(), p.from() + p.span());
        draw(p, chord, out);
        double[] share = new double[POINTS + 1];
        double[] gap = new double[POINTS + 1];
        double[] angle = new double[POINTS + 1];
        double[] scaled = new double[POINTS + 1];
        for (int i = 0; i <= POINTS; i++) {
            share[i] = (double) i / POINTS;
            double s = p.from() + share[i] * p.span();
            gap[i] = chord.gap(s);
            angle[i] = Math.toDegrees(chord.angle(s));
            scaled[i] = Math.sin(chord.angle(s));
        }
        out.points("gap", share, gap);
        out.points("scaled", share, scaled);
        out.points("angle", share, angle);
        double here = p.from() + p.share() * p.span();
        out.value("share", p.share());
        out.value("gapHere", chord.gap(here));
        out.value("angleHere", Math.toDegrees(chord.angle(here)));
        out.value("scaleHere", chord.scale(here));
        DoubleUnaryOperator place = t -> p.from() + t * p.span();
        Extremum straightest =
                Extremum.minimum(t -> chord.angle(place.applyAsDouble(t)), share, ROUNDING);
        out.value(
                "leastGap",
                Extremum.minimum(t -> chord.gap(place.applyAsDouble(t)), share, ROUNDING).value());
        out.value("leastAngle", Math.toDegrees(straightest.value()));
        out.value("scaleAtLeastAngle", chord.scale(place.applyAsDouble(straightest.at())));
        out.value(
                "leastGapScaled",
                Extremum.minimum(
                                t -> Math.sin(chord.angle(place.applyAsDouble(t))), share, ROUNDING)
                        .value());
        components(p, chord, out);
    }

    /** Each coordinate alone is an ordinary function, which does have its mean value point. */
    private static void components(ChordParameters p, Chord chord, Emitter out) {
        String[] names = {"x", "y", "z"};
        double[] vector = chord.vector();
        int dimensions = p.curve() == Curve.HELIX ? 3 : 2;
        for (int i = 0; i < dimensions; i++) {
            int k = i;
            double s = firstRoot(t -> chord.step(p.from() + t * p.span())[k] - vector[k]);
            out.row("components", names[i], s);
        }
    }

    /** The first root in [0, 1] of a function that has one there. */
    private static double firstRoot(UnivariateFunction f) {
        double low = 0;
        double atLow = f.value(low);
        for (int i = 1; i <= POINTS && atLow != 0; i++) {
            double high = (double) i / POINTS;
            double atHigh = f.value(high);
            if (atLow * atHigh <= 0) {
                return new BrentSolver(ROOT_TOLERANCE).solve(100, f, low, high);
            }
            low = high;
            atLow = atHigh;
        }
        return low;
    }

    private static void draw(ChordParameters p, Chord chord, Emitter out) {
        View view = p.curve() == Curve.HELIX ? View.OBLIQUE : View.FROM_ABOVE;
        double[][] path = new double[POINTS + 1][];
        for (int i = 0; i <= POINTS; i++) {
            path[i] = p.curve().at(p.from() + p.span() * i / POINTS, p.pitch());
        }
        view.emit("curve", out, path);
        view.emit("chord", out, path[0], path[POINTS]);
        double s = p.from() + p.share() * p.span();
        double[] reached = chord.step(s);
        for (int i = 0; i < reached.length; i++) {
            reached[i] += path[0][i];
        }
        view.emit("slopeStep", out, path[0], reached);
        view.emit("touching", out, p.curve().at(s, p.pitch()));
    }

    /** From space to the plane of the picture: the oblique view is (x − k y, z − k y). */
    private enum View {
        FROM_ABOVE,
        OBLIQUE;

        void emit(String series, Emitter out, double[]... points) {
            double[] x = new double[points.length];
            double[] y = new double[points.length];
            for (int i = 0; i < points.length; i++) {
                double[] at = points[i];
                x[i] = this == OBLIQUE ? at[0] - DEPTH * at[1] : at[0];
                y[i] = this == OBLIQUE ? at[2] - DEPTH * at[1] : at[1];
            }
            out.points(series, x, y);
        }
    }
}
