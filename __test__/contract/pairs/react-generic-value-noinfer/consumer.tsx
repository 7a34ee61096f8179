import { RADIO_MAX, RadioGroup } from "./surface";
export const v = <RadioGroup options={["a", "b"]} value="none" label={RADIO_MAX} />;
