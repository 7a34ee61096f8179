import { observed } from "./surface";
observed()({}, Symbol("x"));
