import { build, type Plugin } from "./surface";
const p: Plugin = { name: "x", setup(b) { this.outDir + b.outDir; }, transform: async (c) => c };
build([p, [false, [p]]]);
