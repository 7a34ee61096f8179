import { Switch, type SwitchProps } from "./surface";
const p: SwitchProps = { checked: true, slots: { root: "span" }, slotProps: { thumb: { id: "x" } } };
export const a = <Switch {...p} />;
