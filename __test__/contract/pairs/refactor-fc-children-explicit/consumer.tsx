import { Frame, useFrame } from "./surface";
export function V() { return <Frame {...useFrame()}><i />text</Frame>; }
