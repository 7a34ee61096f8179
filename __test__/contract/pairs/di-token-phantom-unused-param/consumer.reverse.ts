import { Container, LOGGER } from "./surface";
new Container().get(LOGGER).trace(1);
