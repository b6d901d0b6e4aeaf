/** Journeys through the pages in a real browser, and how that browser is found. */
@NullMarked
package spaceslab.browser;

import org.jspecify.annotations.NullMarked;
