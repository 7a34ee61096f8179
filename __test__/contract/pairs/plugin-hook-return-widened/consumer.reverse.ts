import { addTransform } from "./surface";
addTransform({ name: "n", test: /a/, run: code => ({ code }) });
