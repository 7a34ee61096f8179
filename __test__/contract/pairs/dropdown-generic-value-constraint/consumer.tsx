import { Dropdown, type DropdownProps } from "./surface";
const p: DropdownProps<"a" | "b"> = { options: [{ value: "a", label: "A" }], value: "b", onChange: (v) => v.trim() };
export const a = [<Dropdown key="1" {...p} />, <Dropdown<"x" | "y"> key="2" options={[]} value="x" onChange={(v) => v.trim()} />];
