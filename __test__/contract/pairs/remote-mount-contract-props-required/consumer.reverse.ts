import { mount, prefetch } from "./surface";
export const go = (el: Element) => prefetch().then(() => mount(el, { basePath: "/shop", user: { id: "1", roles: [] } }).unmount());
