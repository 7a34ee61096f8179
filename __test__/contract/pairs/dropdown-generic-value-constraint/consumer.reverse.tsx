import { Dropdown } from "./surface";
export const a = <Dropdown options={[{ value: 1, label: "1" }]} value={2} onChange={(v: number) => v.toFixed()} />;
