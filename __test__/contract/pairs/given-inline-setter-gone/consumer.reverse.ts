import { mount } from "./surface";
mount({ width: 1 });
