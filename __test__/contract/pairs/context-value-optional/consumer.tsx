import { useCart } from "./surface";
export function N() { return <i>{useCart().items.length}</i>; }
