import { routes } from "./surface";
routes.home.trim(); routes.user("1").trim(); routes.home = "/start";
