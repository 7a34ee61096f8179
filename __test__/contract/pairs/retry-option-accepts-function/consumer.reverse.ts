import { Client } from "./surface";
new Client({ baseUrl: "/", retry: n => n < 3 });
