/**
 * The pages' common parts. Topics and runs enter; the shell, generated forms and figures leave. The
 * {@code Lab…} classes are thin wrappers of the browser's custom elements in {@code frontend/}.
 */
@NullMarked
package spaceslab.base.ui;

import org.jspecify.annotations.NullMarked;
