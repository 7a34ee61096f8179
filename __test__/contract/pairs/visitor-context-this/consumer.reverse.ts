import { walk } from "./surface";
walk(function (n) { this.skip(); n.kind.trim(); });
