import { lease } from "./surface";
lease().then((l) => l.expires.getTime());
