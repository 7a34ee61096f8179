import { classList } from "./surface";
classList("a").trim(); classList("a", undefined); classList("a", "b");
