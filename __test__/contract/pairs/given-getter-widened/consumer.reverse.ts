import { mount } from "./surface";
mount({ width: "wide", title: "a" });
