import { Combo, type ComboOption, type ComboProps } from "./surface";
const options: ComboOption[] = [{ id: "a", label: "A" }];
const single: ComboProps = { options, value: null, onChange: (v: string | null) => v?.trim() };
export const a = <Combo {...single} />;
export const b = <Combo options={options} multiple value={["a"]} onChange={(v) => v.join()} />;
export const c = <Combo options={options} value="a" onChange={(v) => v?.trim()} />;
export function count(p: ComboProps) { return p.multiple ? p.value.length : p.value === null ? 0 : 1; }
