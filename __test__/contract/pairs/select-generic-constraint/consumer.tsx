import { Select } from "./surface";
export const a = <Select options={[{ value: { id: 1 }, label: "x" }]} onSelect={v => v.id} />;
