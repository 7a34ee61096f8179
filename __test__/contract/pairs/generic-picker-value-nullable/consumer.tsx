import { Combo } from "./surface";
const n = { n: 1 };
export const c = <Combo items={[n]} label={(t) => String(t.n)} onPick={(v) => v.n.toFixed()} />;
