import { Disclosure } from "./surface";
export const v = <Disclosure label="More"><p>inside</p></Disclosure>;
