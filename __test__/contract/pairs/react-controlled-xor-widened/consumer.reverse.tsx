import { Slider } from "./surface";
export const v = <Slider min={0} max={5} defaultValue={2} />;
