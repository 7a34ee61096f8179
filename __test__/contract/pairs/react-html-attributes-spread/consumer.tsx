import { Chip, Swatch, type ChipProps } from "./surface";
const p: ChipProps = { label: "x", leading: <i /> };
export const v = <><Chip {...p} /><Swatch width={3} /></>;
