package spaceslab.run;

import java.time.Instant;

/**
 * Where a run that comes with the product was computed.
 *
 * @param computed when
 * @param machine on what, in words that every language shares: processors, Java
 */
public record Shipment(Instant computed, String machine) {}
