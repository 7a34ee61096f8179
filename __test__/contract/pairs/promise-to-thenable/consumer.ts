import { ready } from "./surface";
ready().catch(console.error);
