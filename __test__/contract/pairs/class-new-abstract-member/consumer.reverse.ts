import { Widget, mount } from "./surface";
class Clock extends Widget { override render() { return "12"; } size() { return 2; } }
mount(new Clock(), "c");
export const area = (w: Widget) => w.size() ** 2;
