import { bind, type Handler } from "./surface";
const focus: Handler = function (this: HTMLElement) { this.focus(); }; bind("x", focus);
