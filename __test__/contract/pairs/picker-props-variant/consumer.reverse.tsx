import { Picker } from "./surface";
export const a = <Picker label="When" mode="range" value={["a", "b"]} />;
