import { Handle } from "./surface";
const handle: Handle = Handle.open();
export const fd: number = handle.fd;
