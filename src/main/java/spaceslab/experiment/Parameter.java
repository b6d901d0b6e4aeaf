package spaceslab.experiment;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares one component of a parameters record; form, link, validation, API schema, cache key and
 * documentation all follow from it. Component types: {@code int}, {@code long}, {@code double},
 * {@code boolean}, {@link java.math.BigInteger} (natural number), an enum, or a {@code List} of
 * {@code Integer}, {@code Double}, {@link PlanePoint} or an enum, or a {@link Bitmap} (drawn by
 * hand). Label and help are the texts {@code <topic>.<experiment>.<name>.label|help}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Parameter {
    /** The default, as in a link; lists comma-joined. */
    String value();

    /** Smallest allowed number (of each element), inclusive; required for numbers. */
    String min() default "";

    /** Largest allowed number (of each element), inclusive; required for numbers. */
    String max() default "";

    /** How the slider divides the range. */
    Scale scale() default Scale.LINEAR;

    /** The slider's step on a linear scale; typed values are not bound to it. */
    String step() default "";

    /** The symbol in the formulas, as TeX. */
    String symbol() default "";

    /** The longest allowed list. */
    int maxItems() default 12;

    /** Columns of a {@link Bitmap}, 2 to 32. */
    int width() default 0;

    /** Rows of a {@link Bitmap}, 2 to 32. */
    int height() default 0;

    /** A {@code long} that only seeds random streams: shown with a dice. */
    boolean seed() default false;

    /**
     * Shown only while another parameter has one of these values: {@code
     * "distribution=cosine|normal"}.
     */
    String when() default "";

    /** Division of a slider's range. */
    enum Scale {
        LINEAR,
        LOG
    }
}
