/** Tests of the API over a real server, with a test topic and with whatever topics exist. */
@NullMarked
package spaceslab.api;

import org.jspecify.annotations.NullMarked;
