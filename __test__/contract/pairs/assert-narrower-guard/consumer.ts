import { assertUser } from "./surface";
declare const x: unknown;
assertUser(x); x.rights.join();
