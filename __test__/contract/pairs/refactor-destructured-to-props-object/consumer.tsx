import { Price, PriceRange, type PriceProps } from "./surface";
const p: PriceProps = { cents: 1 };
export const v = <><Price {...p} strike currency="USD" /><PriceRange from={1} to={2} /></>;
