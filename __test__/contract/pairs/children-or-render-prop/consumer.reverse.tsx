import { Disclosure } from "./surface";
export const a = <Disclosure>{({ open }) => (open ? "−" : "+")}</Disclosure>;
