import { build } from "./surface";
build({ plugins: [{ name: "a", setup(b) { b.onEnd(e => console.log(e.ms.toFixed())); } }] });
