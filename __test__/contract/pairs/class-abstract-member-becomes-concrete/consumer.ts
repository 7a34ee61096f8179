import { Exporter, runExport } from "./surface";
class Csv extends Exporter { extension = ".csv"; write(rows: readonly string[]) { rows.join(); } }
export const f = runExport(new Csv("a"), []);
