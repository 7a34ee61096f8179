import { Portal, type PortalProps } from "./surface";
export const a = (p: PortalProps) => <><Portal {...p} /><Portal into={document.body}>x</Portal></>;
