import { Select } from "./surface";
export const v = <Select options={[{ id: "a", n: 1 }]} value={null} onSelect={o => o.n.toFixed()} label={o => o.id} />;
