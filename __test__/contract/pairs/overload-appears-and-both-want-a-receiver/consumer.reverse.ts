import { mount } from "./surface";
mount(1);
