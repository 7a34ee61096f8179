import { Container, LOGGER, CLOCK } from "./surface";
const c = new Container();
c.get(LOGGER).info(String(c.get(CLOCK).now()));
