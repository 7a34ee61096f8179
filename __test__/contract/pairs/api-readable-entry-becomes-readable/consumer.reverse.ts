import { read } from "./surface";
read("save").then((done) => { const yes: boolean = done; return yes; });
