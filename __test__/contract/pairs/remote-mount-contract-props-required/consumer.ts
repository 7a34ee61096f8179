import { mount } from "./surface";
export const go = (el: Element) => mount(el, { basePath: "/shop" }).update({ basePath: "/s" });
