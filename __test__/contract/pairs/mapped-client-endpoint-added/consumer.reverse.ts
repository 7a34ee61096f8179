import { api } from "./surface";
api.drop().then((count) => count.toFixed());
