import { icon, iconNames } from "./surface";
export const v = <i>{iconNames.map(n => <b key={n}>{icon(n)}</b>)}</i>;
