import { request } from "./surface";
request("/users").then((u) => u.push("a")); request("/me").then((m) => m.id.trim());
