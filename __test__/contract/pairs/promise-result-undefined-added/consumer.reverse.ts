import { session } from "./surface";
session.user().then((u) => u?.name.trim()); session.expires.toFixed();
