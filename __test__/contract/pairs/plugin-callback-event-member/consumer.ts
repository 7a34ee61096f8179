import { build, type BuildApi, type BuildPlugin } from "./surface";
const p: BuildPlugin = { name: "a", setup(b) { b.onEnd(e => console.log(e.file)); b.onEnd(async () => {}); } };
build({ plugins: [p, { name: "b", setup: (b: BuildApi) => b.onEnd(({ file }) => void file) }] });
