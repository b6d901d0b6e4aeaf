/** A house that breaks every rule of spaceslab.RoomRules once, so that each is known to bite. */
@org.jspecify.annotations.NullMarked
package wronghouse;
