import { Select } from "./surface";
export const view = <Select options={[{ id: "a" }]} onPick={(o) => void o.id} />;
