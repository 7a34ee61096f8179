import { Checkbox, type CheckboxProps } from "./surface";
const p: CheckboxProps = { checked: true, slotProps: { root: { id: "x" } } };
export const a = [<Checkbox key="1" {...p} />, <Checkbox key="2" checked={false} slotProps={{ label: { title: "t" } }} />];
