import { Picker } from "./surface";
export const p = <Picker mode="range" value={["a", "b"]} />;
