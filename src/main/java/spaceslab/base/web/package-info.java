/**
 * What holds for every HTTP answer of the site, page or API: security headers and request limits.
 */
@NullMarked
package spaceslab.base.web;

import org.jspecify.annotations.NullMarked;
