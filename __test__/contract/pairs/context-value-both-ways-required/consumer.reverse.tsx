import { useScope } from "./surface";
export function Parent() { return <i>{useScope()?.parent ?? "none"}</i>; }
