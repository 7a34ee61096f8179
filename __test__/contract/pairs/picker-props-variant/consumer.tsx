import { Picker, type PickerProps } from "./surface";
const p: PickerProps = { label: "", mode: "multi", value: [] };
export const a = <><Picker {...p} /><Picker label="x" mode="single" value="1" /></>;
