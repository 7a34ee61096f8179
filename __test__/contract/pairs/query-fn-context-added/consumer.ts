import { prefetch, type FetchContext } from "./surface";
prefetch(["a"], async () => 1); const load = () => fetch("/").then(r => r.json() as Promise<string>); prefetch<string>([], load); export type C = FetchContext;
