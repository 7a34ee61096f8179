import { RadioGroup } from "./surface";
export const v = <RadioGroup options={["a", "b"]} value="a" onPick={o => o === "b"} />;
