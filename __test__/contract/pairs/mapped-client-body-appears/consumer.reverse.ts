import { api } from "./surface";
api.list({ page: 1 });
