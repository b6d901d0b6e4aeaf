/**
 * What every page is made of: the shell, the gallery, the ledger, and the essay's page with its
 * generated form, run panel, figures, finding cards and explanation. An essay's own view only names
 * the figures it shows.
 */
@NullMarked
package spaceslab.base.ui;

import org.jspecify.annotations.NullMarked;
