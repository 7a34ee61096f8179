import { Select } from "./surface";
const opts = [{ id: 1 }, { id: 2 }];
export const s = <Select options={opts} value={null} onChange={(o, i) => o.id + i} renderOption={(o) => o.id} />;
