import { override } from "./surface";
override({}); override({ theme: { mode: "dark" } }); override({ theme: { accent: "x" }, beta: true });
