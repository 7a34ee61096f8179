import { mount } from "./surface";
mount([{ level: 1 }], { a: { level: 2 } });
