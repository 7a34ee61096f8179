import { Exporter, runExport } from "./surface";
class Plain extends Exporter { write(rows: readonly string[]) { rows.join(); } }
export const f = runExport(new Plain("a"), []);
