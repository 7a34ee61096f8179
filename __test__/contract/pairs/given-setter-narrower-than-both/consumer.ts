import { mount } from "./surface";
let width = 1;
mount({ get width() { return width; }, set width(value: number) { width = value; }, title: "a" });
