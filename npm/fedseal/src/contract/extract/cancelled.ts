/** The run was superseded: a newer save, or the end of the watch. */
export class Cancelled extends Error {
  override name = "Cancelled";
}
