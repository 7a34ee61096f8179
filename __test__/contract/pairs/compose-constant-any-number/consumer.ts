import { compose } from "./surface";
compose((next) => next())(() => {}); compose((n) => n(), (n) => n());
