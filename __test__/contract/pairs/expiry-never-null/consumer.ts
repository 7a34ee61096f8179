import { lease, type Lease } from "./surface";
lease().then((l: Lease) => l.token + (l.expires?.getTime() ?? 0));
