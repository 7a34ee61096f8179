import { session } from "./surface";
session.user = "a"; session.user = null; session.since.getTime();
