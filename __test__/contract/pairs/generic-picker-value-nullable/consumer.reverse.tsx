import { Combo } from "./surface";
export const c = <Combo items={[{ n: 1 }]} multiple={true} label={(t) => String(t.n)} onPick={(v) => v.length} />;
