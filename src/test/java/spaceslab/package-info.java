/**
 * Tests of the whole house: the rooms and their walls, every topic's promises, the run service, the
 * API and the pages in a browser. Whatever topics exist are found and tested without being listed.
 */
@NullMarked
package spaceslab;

import org.jspecify.annotations.NullMarked;
