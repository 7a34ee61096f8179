import { Disclosure } from "./surface";
export const a = <Disclosure defaultOpen><p>one</p><p>two</p></Disclosure>; export const b = <Disclosure>{null}</Disclosure>;
