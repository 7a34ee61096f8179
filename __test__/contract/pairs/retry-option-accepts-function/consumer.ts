import { Client, type ClientOptions } from "./surface";
const o: ClientOptions = { baseUrl: "/", retry: 3 }; export const r = new Client(o).get<string>("a"); new Client({ baseUrl: "", retry: false });
