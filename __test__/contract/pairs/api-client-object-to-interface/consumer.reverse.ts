import { api } from "./surface";
api.get("/a").then(() => api.post("/b", 1));
