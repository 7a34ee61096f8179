import { tr } from "./surface";
export const s = tr("greeting", { name: "x" }) + tr("footer", { year: "1" });
