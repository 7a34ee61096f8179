import { Slider, clamp } from "./surface";
export const v = <Slider min={0} max={clamp(9, 0, 5)} value={1} onChange={n => n.toFixed(1)} />;
