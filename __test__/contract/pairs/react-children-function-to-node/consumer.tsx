import { Disclosure } from "./surface";
export const v = <Disclosure label="More">{open => open ? "yes" : "no"}</Disclosure>;
