import { configure, override } from "./surface";
configure({ theme: "dark" }); configure({}); override({ delay: 1 });
