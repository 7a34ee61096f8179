import { Widget, mount } from "./surface";
class Clock extends Widget { render() { this.refresh(); return "12"; } }
mount(new Clock(), "c");
