import { Select, type SelectProps } from "./surface";
const p: SelectProps<"a" | "b"> = { options: [{ value: "a", label: "A" }], onSelect(v) { const x: "a" | "b" = v; void x; } };
export const a = <><Select {...p} /><Select options={[{ value: 1, label: "1" }]} value={1} onSelect={v => v.toFixed()} /></>;
