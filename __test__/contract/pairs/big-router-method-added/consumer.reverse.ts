import { createRoute, createRouter } from "./surface";
createRouter([createRoute({ path: "home" })]).preload("home").then(b => !b);
