import { QueryClient } from "./surface";
const copy = { ...new QueryClient() }; copy.fetch<number>("a").then((n) => n.toFixed());
